using ItsmAi.Desk.Alerts;
using ItsmAi.Desk.Landscape;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Incidents.Alerting;

/// <summary>What the decisions about a group rest on, as of one time.</summary>
public sealed record GroupFacts
{
    /// <summary>The gravest of the alerts that count and are open.</summary>
    public AlertSeverity Severity { get; init; }

    /// <summary>How many alerts count, open or clear.</summary>
    public int Counting { get; init; }

    /// <summary>How many of them are open.</summary>
    public int Open { get; init; }

    /// <summary>How many of the open ones flap.</summary>
    public int Flapping { get; init; }

    public int Suppressed { get; init; }

    public bool IsServiceKnown { get; init; }

    public TimeSpan Age { get; init; }

    /// <summary>For how long all that counts has been clear; null while something is open or nothing counts.</summary>
    public TimeSpan? ClearFor { get; init; }

    public static GroupFacts Of(AlertGroup group, ServiceGraph graph, DateTimeOffset now)
    {
        List<AlertLine> counting = [.. group.Lines.Where(line => line.Counts(now))];
        List<AlertLine> open = [.. counting.Where(line => line.IsOpen)];
        return new GroupFacts
        {
            Severity = open.Count == 0 ? AlertSeverity.Unknown : open.Max(line => line.Severity),
            Counting = counting.Count,
            Open = open.Count,
            Flapping = open.Count(line => line.IsFlapping),
            Suppressed = group.Lines.Count - counting.Count,
            IsServiceKnown = counting.Exists(line => graph.Find(line.Service) is not null),
            Age = now - group.OpenedAt,
            ClearFor = open.Count > 0 || counting.Count == 0 ? null : now - counting.Max(line => line.ClearedAt ?? line.SeenAt),
        };
    }
}
