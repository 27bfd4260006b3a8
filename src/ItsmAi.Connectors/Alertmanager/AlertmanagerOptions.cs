using ItsmAi.Desk.Events;

namespace ItsmAi.Connectors.Alertmanager;

/// <summary>One Prometheus Alertmanager that sends us its alerts.</summary>
public sealed record AlertmanagerOptions
{
    public required ConnectionName Connection { get; init; }

    /// <summary>Every Bearer token that is valid now: two while one is being replaced.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>Labels that name the service; the first that an alert has counts.</summary>
    public IReadOnlyList<string> ServiceLabels { get; init; } = ["service", "app", "application"];

    /// <summary>Labels that name the host or device; the first that an alert has counts.</summary>
    public IReadOnlyList<string> HostLabels { get; init; } = ["host", "hostname", "node", "instance"];

    /// <summary>The label that says how grave it is.</summary>
    public string SeverityLabel { get; init; } = "severity";

    /// <summary>What is wrong with these options, each naming field, value and what would do; empty when nothing is.</summary>
    public IReadOnlyList<string> Check()
    {
        var problems = new List<string>();
        if (Tokens.Count == 0) problems.Add($"{Connection}: tokens: there is none; Alertmanager must send a Bearer token");
        if (Tokens.Any(token => token.Length < 16 || token.Any(character => character is <= ' ' or > '~')))
            problems.Add($"{Connection}: tokens: one is shorter than 16 characters or holds blanks; use 32 random ones");
        return problems;
    }

    /// <summary>The tokens stay out of logs.</summary>
    public override string ToString() => $"{Connection} (alertmanager)";
}
