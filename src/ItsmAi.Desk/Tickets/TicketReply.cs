namespace ItsmAi.Desk.Tickets;

/// <summary>A reply as it stands in the ticket.</summary>
/// <param name="Id">The desk's own id of it.</param>
/// <param name="IsRequester">False where somebody else wrote it, whose word settles nothing.</param>
/// <param name="Text">As plain text.</param>
public sealed record TicketReply(string Id, DateTimeOffset At, bool IsRequester, string Text);
