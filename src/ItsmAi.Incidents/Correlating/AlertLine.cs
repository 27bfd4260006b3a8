using System.Text.Json.Serialization;
using ItsmAi.Desk.Alerts;

namespace ItsmAi.Incidents.Correlating;

/// <summary>
/// One fingerprint within a group: its present episode, how often it started, and why it is here. An alert that flaps is
/// one line that stays open.
/// </summary>
public sealed record AlertLine
{
    /// <summary>How many starts are remembered for flapping.</summary>
    public const int StartsKept = 8;

    public required string Fingerprint { get; init; }

    public required string Name { get; init; }

    public string? Service { get; init; }

    public string? Host { get; init; }

    public AlertSeverity Severity { get; init; }

    /// <summary>The source's sentence, cut; for people, never interpreted.</summary>
    public string? Summary { get; init; }

    public required AlertStatus Status { get; init; }

    /// <summary>When the present episode began by the source's clock: with the fingerprint its identity.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When the first alert of this line arrived.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>When it began as far as can be told: the first start, or the arrival where the clock was wrong.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the last alert of this line arrived.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>When its clearing arrived; null while it fires.</summary>
    public DateTimeOffset? ClearedAt { get; init; }

    /// <summary>When its last episodes began, by arrival; the oldest are forgotten.</summary>
    public IReadOnlyList<DateTimeOffset> Starts { get; init; } = [];

    /// <summary>How many episodes there were.</summary>
    public int Episodes { get; init; } = 1;

    /// <summary>How often an alert came that said nothing new.</summary>
    public int Duplicates { get; init; }

    public bool IsFlapping { get; init; }

    public Suppression? Suppression { get; init; }

    /// <summary>The labels that may tie it to others where no service does, as <c>name=value</c>; a few, cut.</summary>
    public IReadOnlyList<string> Ties { get; init; } = [];

    /// <summary>Why it is in this group: a sentence that names the edge, the label or the time gap.</summary>
    public required string Because { get; init; }

    public IReadOnlyList<AlertFinding> Findings { get; init; } = [];

    /// <summary>Firing, or flapping and not yet quiet for long enough.</summary>
    [JsonIgnore]
    public bool IsOpen => Status == AlertStatus.Firing || IsFlapping;

    /// <summary>Whether it counts at that time: it is not suppressed, or its window is over.</summary>
    public bool Counts(DateTimeOffset at) => Suppression is null || at >= Suppression.Until;
}
