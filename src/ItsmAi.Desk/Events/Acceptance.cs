namespace ItsmAi.Desk.Events;

/// <summary>How many of the events of one delivery were new, and how many we already had.</summary>
public sealed record Acceptance(int Accepted, int Duplicates);
