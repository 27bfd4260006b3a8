namespace ItsmAi.Incidents.Correlating;

/// <summary>Why an alert does not count for now: whose maintenance, until when.</summary>
public sealed record Suppression(string DeclaredBy, DateTimeOffset Until);
