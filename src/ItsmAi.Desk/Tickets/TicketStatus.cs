namespace ItsmAi.Desk.Tickets;

/// <summary>
/// Where a ticket stands. Resolved and Closed are two states: between them lies the requester's word.
/// </summary>
public enum TicketStatus
{
    New,
    Open,
    Pending,
    Resolved,
    Closed,
    Cancelled,
}
