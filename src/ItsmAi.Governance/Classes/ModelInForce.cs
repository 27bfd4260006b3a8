namespace ItsmAi.Governance.Classes;

/// <summary>The model that suggests now, and the only labels that it can know.</summary>
public sealed record ModelInForce(string Version, DateTimeOffset Since, IReadOnlyList<string> Labels);
