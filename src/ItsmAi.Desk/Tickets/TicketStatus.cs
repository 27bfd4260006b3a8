namespace ItsmAi.Desk.Tickets;

/// <summary>
/// Where a ticket stands. Resolved and Closed are two states: between them lies the requester's word.
/// </summary>
public enum TicketStatus
{
    New,
    Open,
    Pending,

    /// <summary>A solution was put forward, and the requester has not said that it is one.</summary>
    Proposed,
    Resolved,
    Closed,
    Cancelled,
}
