using ItsmAi.ServiceDeskWorld.Catalogue;

namespace ItsmAi.ServiceDeskWorld.Tests;

public sealed class WorldTests
{
    [Fact]
    public void Equal_seeds_give_equal_worlds()
    {
        var (one, other) = (Some.World(seed: 5), Some.World(seed: 5));

        Assert.Equal(one.History(300), other.History(300));
        Assert.Equal(one.Arrivals().Take(300), other.Arrivals().Take(300));
        Assert.Equal(one.Organisation.Requesters, other.Organisation.Requesters);
    }

    [Fact]
    public void Another_seed_gives_another_world() =>
        Assert.NotEqual(
            Some.World(seed: 5).Arrivals().Take(20).Select(arrival => arrival.Description),
            Some.World(seed: 6).Arrivals().Take(20).Select(arrival => arrival.Description));

    [Fact]
    public void What_was_asked_for_before_changes_nothing()
    {
        var fresh = Some.World();
        var used = Some.World();
        _ = used.History(50);
        var first = used.Arrivals().First();
        _ = used.AgentReviews(first, Queues.Intake);

        Assert.Equal(fresh.Arrivals().Take(50), used.Arrivals().Take(50));
    }

    [Fact]
    public void Two_hundred_people_work_there_and_a_few_of_them_are_vips()
    {
        var organisation = Some.World().Organisation;

        Assert.Equal(200, organisation.Requesters.Select(requester => requester.Account).Distinct().Count());
        Assert.InRange(organisation.Requesters.Count(requester => requester.IsVip), 2, 20);
        Assert.All(Queues.All, team => Assert.NotEmpty(organisation.AgentsOf(team)));
        Assert.Equal(organisation.Agents.Count, organisation.Agents.Select(agent => agent.Account).Distinct().Count());
    }
}
