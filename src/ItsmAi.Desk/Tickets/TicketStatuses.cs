namespace ItsmAi.Desk.Tickets;

/// <summary>What the statuses have in common.</summary>
public static class TicketStatuses
{
    /// <summary>True where nobody works on the ticket any more.</summary>
    public static bool IsFinished(this TicketStatus status) =>
        status is TicketStatus.Resolved or TicketStatus.Closed or TicketStatus.Cancelled;
}
