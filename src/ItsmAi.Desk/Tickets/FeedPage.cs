using ItsmAi.Desk.Events;

namespace ItsmAi.Desk.Tickets;

/// <summary>Events that a feed showed, and where to go on once they are accepted.</summary>
/// <param name="More">True when asking again at once would show more.</param>
public sealed record FeedPage(IReadOnlyList<Event> Events, string Watermark, bool More);
