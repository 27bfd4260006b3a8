namespace ItsmAi.Desk.Tickets;

/// <summary>The desk's own record of changes, walked so that a lost webhook costs minutes and not a ticket.</summary>
public interface ITicketFeed
{
    /// <summary>
    /// What happened after <paramref name="watermark"/> (empty: from now on), oldest first, with the watermark that is
    /// safe to keep once these events are accepted. Pages overlap: the caller drops what it has.
    /// </summary>
    /// <exception cref="DeskUnavailableException">Asking again later may help; nothing was consumed.</exception>
    Task<FeedPage> Since(string watermark, CancellationToken stop);
}
