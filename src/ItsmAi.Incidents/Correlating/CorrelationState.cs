namespace ItsmAi.Incidents.Correlating;

/// <summary>What the correlator remembers: the groups that may still change. Older ones have aged out.</summary>
public sealed record CorrelationState
{
    public IReadOnlyList<AlertGroup> Groups { get; init; } = [];

    /// <summary>What the graph may lack, as it was seen; the latest so many.</summary>
    public IReadOnlyList<SeenTogether> Learned { get; init; } = [];

    /// <summary>The latest arrival so far; time does not run backwards here.</summary>
    public DateTimeOffset ArrivedUntil { get; init; }

    public static CorrelationState Empty { get; } = new();
}
