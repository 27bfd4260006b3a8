namespace ItsmAi.Incidents.Correlating;

/// <summary>Two services that began to alert together though the graph knows no dependency: perhaps it lacks one.</summary>
public sealed record SeenTogether(string One, string Other, int Times, DateTimeOffset LastAt);
