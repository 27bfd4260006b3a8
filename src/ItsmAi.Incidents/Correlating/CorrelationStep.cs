namespace ItsmAi.Incidents.Correlating;

/// <summary>What one alert changed, and what the time since the last one did.</summary>
/// <param name="Absorbed">In order; a group may be absorbed by one that is absorbed in turn.</param>
/// <param name="AgedOut">Groups that the state no longer holds, as they were.</param>
public sealed record CorrelationStep(
    CorrelationState State, Correlated What, IReadOnlyList<Absorption> Absorbed, IReadOnlyList<AlertGroup> AgedOut);
