namespace ItsmAi.Desk.Events;

/// <summary>A message that could not be handled and waits for a person: nothing accepted is ever lost.</summary>
/// <param name="Id">The event's id, or a hash of the message where no event could be read.</param>
/// <param name="Subject">The ticket's key, or empty where it could not be read.</param>
/// <param name="Message">The message as it came.</param>
/// <param name="Says">Why it could not be handled, for an operator.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record DeadLetter(
    string Id, string Subject, string Message, string Says, int Attempts, DateTimeOffset DiedAt);
