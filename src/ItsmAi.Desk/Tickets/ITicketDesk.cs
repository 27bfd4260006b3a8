namespace ItsmAi.Desk.Tickets;

/// <summary>The few things that we may ask of a service desk. One instance speaks to one connection.</summary>
/// <exception cref="DeskUnavailableException">From each member, where asking again later may help.</exception>
public interface ITicketDesk
{
    /// <summary>The ticket as it stands; null when the desk has none of that number for us.</summary>
    Task<Ticket?> Read(TicketId ticket, CancellationToken stop);

    /// <summary>
    /// Guards field by field against the change's basis, writes note and fields once, reads back and compares. Asked
    /// again with the same marker, it finishes what is missing and repeats nothing.
    /// </summary>
    Task<DeskAnswer> Change(TicketChange change, CancellationToken stop);

    /// <summary>
    /// Opens a ticket, once per <paramref name="marker"/>: asked again, it finds the one that an earlier try opened, however
    /// it was changed since.
    /// </summary>
    Task<DeskAnswer> Open(TicketOpening opening, string marker, CancellationToken stop);

    /// <summary>
    /// Undoes a change that was applied: puts back the values of its basis where the ticket still shows ours, and adds
    /// <paramref name="note"/>, marked with <paramref name="marker"/>.
    /// </summary>
    Task<DeskAnswer> Restore(TicketChange done, string note, string marker, CancellationToken stop);
}
