namespace ItsmAi.Desk.Tickets;

/// <summary>The desk did not answer, or said that it cannot now: asking again later may help.</summary>
public sealed class DeskUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
