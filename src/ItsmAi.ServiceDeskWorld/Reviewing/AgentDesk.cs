using ItsmAi.Desk.People;
using ItsmAi.ServiceDeskWorld.Catalogue;
using ItsmAi.ServiceDeskWorld.Company;
using ItsmAi.ServiceDeskWorld.Tickets;

namespace ItsmAi.ServiceDeskWorld.Reviewing;

/// <summary>
/// How agents judge: they know what a ticket truly is, move it when it lies wrong, and at times disagree with what was
/// right, as people do.
/// </summary>
internal sealed class AgentDesk(int seed, Organisation organisation, double disagreement)
{
    private static readonly string[] Closings =
        ["Passed on to those who can help, and told the requester.", "Answered by phone."];

    /// <param name="holder">The team whose queue holds the ticket now.</param>
    public AgentReview Review(Arrival arrival, Team holder)
    {
        var random = Draw.For(seed, "review", arrival.Number);
        var disagrees = random.Chance(disagreement);
        var after = TimeSpan.FromMinutes(random.Next(3, 25));
        var wanted = disagrees ? Another(arrival.TrueTeam, random) : arrival.TrueTeam;
        var resolution = arrival.Truth is { } truth
            ? random.OneOf(TicketSource.TopicFor(truth).Resolutions)
            : random.OneOf(Closings);
        return new AgentReview(
            random.OneOf(organisation.AgentsOf(holder)), wanted == holder ? null : wanted, after,
            TimeSpan.FromMinutes(random.Next(10, 240)), random.OneOf(organisation.AgentsOf(wanted)), resolution);
    }

    private static Team Another(Team team, Random random) =>
        random.OneOf([.. Queues.All.Where(other => other != team && other != Queues.Intake)]);
}
