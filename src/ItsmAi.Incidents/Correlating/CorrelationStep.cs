namespace ItsmAi.Incidents.Correlating;

/// <summary>What one alert changed.</summary>
/// <param name="Absorbed">Groups that are now part of <see cref="Correlated.Group"/>; each was at most ten minutes old.</param>
/// <param name="AgedOut">Groups that the state no longer holds, as they were.</param>
public sealed record CorrelationStep(
    CorrelationState State, Correlated What, IReadOnlyList<string> Absorbed, IReadOnlyList<AlertGroup> AgedOut);
