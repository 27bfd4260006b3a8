namespace ItsmAi.Incidents.Triage;

/// <summary>How much of what a team needs to start is in the ticket.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="Missing">What is not there, as a requester would be asked for it.</param>
/// <param name="NamesService">The ticket names a service or configuration item.</param>
public sealed record Completeness(int Score, IReadOnlyList<string> Missing, bool NamesService);
