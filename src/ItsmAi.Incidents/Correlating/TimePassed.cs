namespace ItsmAi.Incidents.Correlating;

/// <summary>What time alone changed.</summary>
/// <param name="Absorbed">In order; a group may be absorbed by one that is absorbed in turn.</param>
/// <param name="AgedOut">Groups that the state no longer holds, as they were.</param>
public sealed record TimePassed(CorrelationState State, IReadOnlyList<Absorption> Absorbed, IReadOnlyList<AlertGroup> AgedOut);
