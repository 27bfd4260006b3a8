namespace ItsmAi.Connectors.RequestTracker.Reading;

/// <summary>One custom field of a ticket: its id, by which transactions name it, and its value or null.</summary>
internal sealed record CustomFieldState(string Id, string? Value);
