namespace ItsmAi.Incidents.Correlating;

/// <summary>One group turned out to be part of another, while it was young; its lines are now the other's.</summary>
public sealed record Absorption(string Group, string Into, string Because);
