namespace ItsmAi.Desk.Events;

/// <summary>
/// One field that a person or a system set, with the value before and after as the source names them.
/// </summary>
public sealed record FieldChange(string Field, string? From, string? To);
