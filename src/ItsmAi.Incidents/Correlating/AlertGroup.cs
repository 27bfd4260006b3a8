using System.Text.Json.Serialization;

namespace ItsmAi.Incidents.Correlating;

/// <summary>Alerts that seem to have one cause. It can be stored on its own.</summary>
public sealed record AlertGroup
{
    /// <summary>Made of the first alert's episode and arrival; never used again.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required IReadOnlyList<AlertLine> Lines { get; init; }

    /// <summary>When it took in its last new fingerprint.</summary>
    public required DateTimeOffset GrewAt { get; init; }

    /// <summary>Since when nothing of it is open; null while something is.</summary>
    [JsonIgnore]
    public DateTimeOffset? ClearedAt => Lines.Any(line => line.IsOpen) ? null : Lines.Max(line => line.ClearedAt ?? line.SeenAt);
}
