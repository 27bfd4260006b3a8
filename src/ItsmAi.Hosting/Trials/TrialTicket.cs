using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Hosting.Trials;

/// <summary>A ticket that is over, with the team that resolved it.</summary>
/// <param name="ResolvedBy">Who resolved it; null where the file does not say.</param>
public sealed record TrialTicket(
    string Number,
    string Title,
    string Description,
    Team Team,
    bool Reopened,
    string? ResolvedBy = null,
    string? ConfigurationItem = null,
    string? Service = null)
{
    public string Text => $"{Title}\n{Description}";

    /// <summary>The ticket as it came, in the queue where new ones wait.</summary>
    public Ticket AsItCame(ConnectionName connection, Team intake, DateTimeOffset at) => new()
    {
        Id = Id(connection),
        Title = Title,
        Description = Description,
        Status = TicketStatus.New,
        Team = intake,
        ConfigurationItem = ConfigurationItem,
        Service = Service,
        Version = "past",
        CreatedAt = at,
        UpdatedAt = at,
    };

    /// <summary>The event of its resolution: the same on every run, so that a repeat counts nothing twice.</summary>
    public Event Resolution(ConnectionName connection, DateTimeOffset at) => new()
    {
        Id = new EventId($"{connection}/past-{Number}"),
        Kind = EventKind.TicketResolved,
        Subject = Id(connection),
        OccurredAt = at,
        ReceivedAt = at,
        Actor = ResolvedBy is { Length: > 0 } account ? new Person(account) : null,
    };

    // Numbers of the past never meet those of tickets that are being worked on.
    private TicketId Id(ConnectionName connection) => new(connection, $"past-{Number}");
}
