using ItsmAi.Desk.Tickets;

namespace ItsmAi.Incidents.Duplicates;

/// <summary>A canonical ticket that is closed, and how it ended.</summary>
public sealed record EndedRoot(TicketId Root, RootEnding Ending);
