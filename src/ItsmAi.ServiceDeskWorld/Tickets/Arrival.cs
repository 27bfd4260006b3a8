using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.ServiceDeskWorld.Catalogue;
using ItsmAi.ServiceDeskWorld.Company;

namespace ItsmAi.ServiceDeskWorld.Tickets;

/// <summary>A ticket that somebody opens now, with what only the simulation knows: what it truly is.</summary>
/// <param name="Number">From 1, in the order of arrival.</param>
/// <param name="Truth">What it is; null where no category covers it.</param>
public sealed record Arrival(
    int Number,
    DateTimeOffset At,
    string Title,
    string Description,
    Requester Requester,
    string? ConfigurationItem,
    string? Service,
    string Channel,
    ArrivalKind Kind,
    Category? Truth,
    Impact Impact,
    Urgency Urgency)
{
    /// <summary>Who has to work on it in the end.</summary>
    public Team TrueTeam => Truth?.Team ?? Queues.Intake;
}
