using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Incidents.Triage;

/// <summary>What every suggestion of one triage shares.</summary>
public sealed record TriageFacts(string Occasion, string InputHash, IReadOnlyList<Gate> Gates);
