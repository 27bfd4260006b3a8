using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.ServiceDeskWorld.Tickets;

/// <summary>A ticket that was resolved, as an export of the desk shows it.</summary>
/// <param name="Label">The category that it was closed with; about one in twenty is wrong, as everywhere.</param>
/// <param name="Truth">The category that it should have had.</param>
/// <param name="ConfigurationItem">Null where nobody named one.</param>
/// <param name="Service">Null where nobody named one.</param>
/// <param name="Reassignments">How often it changed hands before the right team had it.</param>
public sealed record PastTicket(
    string Number,
    string Title,
    string Description,
    string Label,
    string Truth,
    Team Team,
    Impact Impact,
    Urgency Urgency,
    string? ConfigurationItem,
    string? Service,
    string Requester,
    string Channel,
    DateTimeOffset Created,
    DateTimeOffset Resolved,
    int Reassignments,
    string Resolution);
