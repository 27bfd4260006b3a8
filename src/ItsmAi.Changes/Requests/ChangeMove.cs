namespace ItsmAi.Changes.Requests;

/// <summary>A step that was taken, as the change remembers it.</summary>
public sealed record ChangeMove(DateTimeOffset At, string By, string Step, ChangeState To, string Says);
