using ItsmAi.Desk.People;
using ItsmAi.ServiceDeskWorld.Company;
using ItsmAi.ServiceDeskWorld.Reviewing;
using ItsmAi.ServiceDeskWorld.Tickets;

namespace ItsmAi.ServiceDeskWorld;

/// <summary>
/// A simulated company with its service desk: the tickets of its past, the tickets that arrive, and what its agents
/// make
/// of them. Equal seeds and starts give equal worlds, ticket for ticket.
/// </summary>
public sealed class World
{
    /// <summary>Of a hundred judgements of people, so many go against what was right.</summary>
    public const double Disagreement = 0.03;

    private readonly PastTickets _past;
    private readonly NewTickets _new;
    private readonly AgentDesk _agents;

    /// <param name="start">When the past ends and tickets begin to arrive.</param>
    public World(int seed, DateTimeOffset start)
    {
        Seed = seed;
        Start = start;
        Organisation = new Organisation(seed);
        var source = new TicketSource(Organisation);
        _past = new PastTickets(seed, start, source);
        _new = new NewTickets(seed, start, Organisation, source);
        _agents = new AgentDesk(seed, Organisation, Disagreement);
    }

    public int Seed { get; }

    public DateTimeOffset Start { get; }

    public Organisation Organisation { get; }

    /// <summary>The resolved tickets of the half year before the start, oldest first.</summary>
    public IReadOnlyList<PastTicket> History(int count) =>
        [.. Enumerable.Range(1, count).Select(number => _past.Write(number, count))];

    /// <summary>The tickets that arrive from the start on, without end.</summary>
    public IEnumerable<Arrival> Arrivals() => _new.All();

    /// <summary>
    /// What an agent does with a ticket that lies in <paramref name="holder"/>'s queue after automation looked at it.
    /// </summary>
    public AgentReview AgentReviews(Arrival arrival, Team holder) => _agents.Review(arrival, holder);
}
