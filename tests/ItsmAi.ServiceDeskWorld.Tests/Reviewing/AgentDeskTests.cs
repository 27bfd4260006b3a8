using ItsmAi.ServiceDeskWorld.Catalogue;

namespace ItsmAi.ServiceDeskWorld.Tests.Reviewing;

public sealed class AgentDeskTests
{
    private const int Count = 3000;

    [Fact]
    public void A_ticket_that_lies_wrong_is_moved_to_those_who_can_help_but_for_a_few()
    {
        var world = Some.World();
        var moved = world.Arrivals().Take(Count).Count(arrival =>
            world.AgentReviews(arrival, Wrong(arrival.TrueTeam)).MoveTo == arrival.TrueTeam);

        Assert.InRange(moved / (double)Count, 0.95, 0.99);
    }

    [Fact]
    public void A_ticket_that_lies_right_stays_but_for_a_few()
    {
        var world = Some.World();
        var overridden = world.Arrivals().Take(Count).Count(arrival =>
            world.AgentReviews(arrival, arrival.TrueTeam).MoveTo is not null);

        Assert.InRange(overridden / (double)Count, 0.01, 0.05);
    }

    [Fact]
    public void Whoever_looks_is_of_the_team_that_holds_it()
    {
        var world = Some.World();

        Assert.All(
            world.Arrivals().Take(100),
            arrival => Assert.Equal(Queues.Hardware, world.AgentReviews(arrival, Queues.Hardware).By.Team));
    }

    private static Desk.People.Team Wrong(Desk.People.Team right) => right == Queues.Intake ? Queues.Network : Queues.Intake;
}
