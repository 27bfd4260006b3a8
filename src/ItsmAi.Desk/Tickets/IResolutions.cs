namespace ItsmAi.Desk.Tickets;

/// <summary>How tickets were resolved, read from the desk's own record.</summary>
public interface IResolutions
{
    /// <summary>Null where the desk has no such ticket for us.</summary>
    /// <exception cref="DeskUnavailableException">Asking again later may help.</exception>
    Task<Resolution?> Of(TicketId ticket, CancellationToken stop);
}
