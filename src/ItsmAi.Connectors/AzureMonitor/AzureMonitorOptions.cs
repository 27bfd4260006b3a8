using ItsmAi.Desk.Events;

namespace ItsmAi.Connectors.AzureMonitor;

/// <summary>One Azure Monitor action group that sends us its alerts.</summary>
public sealed record AzureMonitorOptions
{
    public required ConnectionName Connection { get; init; }

    /// <summary>Every Bearer token that is valid now: two while one is being replaced.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>Custom properties or dimensions that name the service; the first that an alert has counts.</summary>
    public IReadOnlyList<string> ServiceLabels { get; init; } = ["service", "app", "application"];

    /// <summary>Dimensions that name the host; the first that an alert has counts, else its configuration item.</summary>
    public IReadOnlyList<string> HostLabels { get; init; } = ["host", "Computer", "instance"];

    /// <summary>What is wrong with these options, each naming field, value and what would do; empty when nothing is.</summary>
    public IReadOnlyList<string> Check() =>
        Tokens.Count == 0 || Tokens.Any(token => token.Length < 16 || token.Any(character => character is <= ' ' or > '~'))
            ? [$"{Connection}: tokens: one is missing, shorter than 16 characters or holds blanks; use 32 random ones"]
            : [];

    /// <summary>The tokens stay out of logs.</summary>
    public override string ToString() => $"{Connection} (azure-monitor)";
}
