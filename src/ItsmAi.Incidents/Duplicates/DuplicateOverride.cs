using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Incidents.Duplicates;

/// <summary>A link that its requester took back: it counts against whoever made it.</summary>
public sealed record DuplicateOverride(TicketId Duplicate, TicketId Root, LinkedBy LinkedBy, Person Requester);
