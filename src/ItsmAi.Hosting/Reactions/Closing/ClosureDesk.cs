using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Incidents.Closing;

namespace ItsmAi.Hosting.Reactions.Closing;

/// <summary>A desk whose resolved tickets are looked after, and by which rules.</summary>
/// <param name="KnownServices">Names of services that count as naming one when they stand in a ticket's text.</param>
public sealed record ClosureDesk(
    ConnectionName Name, ITicketDesk Tickets, IResolutions Resolutions, ClosureRules Rules, IReadOnlyList<string> KnownServices);
