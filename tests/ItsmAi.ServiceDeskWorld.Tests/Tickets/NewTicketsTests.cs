using ItsmAi.Desk.Tickets;
using ItsmAi.ServiceDeskWorld.Catalogue;
using ItsmAi.ServiceDeskWorld.Tickets;

namespace ItsmAi.ServiceDeskWorld.Tests.Tickets;

public sealed class NewTicketsTests
{
    [Fact]
    public void An_outage_is_a_burst_of_grave_network_tickets_from_one_site()
    {
        var arrivals = Some.World().Arrivals().Take(60).ToList();
        var outage = arrivals.Where(arrival => arrival.Kind == ArrivalKind.Outage).ToList();

        Assert.Equal(9, outage.Count);
        Assert.Single(outage.Select(arrival => arrival.Requester.Site).Distinct());
        Assert.All(outage, arrival => Assert.Equal(Queues.Network, arrival.TrueTeam));
        Assert.All(outage, arrival => Assert.Equal((Impact.High, Urgency.High), (arrival.Impact, arrival.Urgency)));
        Assert.True(outage[^1].At - outage[0].At < TimeSpan.FromMinutes(30));
    }

    [Theory]
    [InlineData(ArrivalKind.Poor, 0.03, 0.12)]
    [InlineData(ArrivalKind.Ordering, 0.01, 0.08)]
    [InlineData(ArrivalKind.Foreign, 0.02, 0.09)]
    public void Odd_tickets_arrive_now_and_then(ArrivalKind kind, double least, double most) =>
        Assert.InRange(Some.World().Arrivals().Take(2000).Count(arrival => arrival.Kind == kind) / 2000.0, least, most);

    [Fact]
    public void What_the_taxonomy_does_not_know_belongs_to_the_intake() =>
        Assert.All(
            Some.World().Arrivals().Take(1000).Where(arrival => arrival.Kind == ArrivalKind.Foreign),
            arrival => Assert.Equal((null, Queues.Intake), (arrival.Truth, arrival.TrueTeam)));

    [Fact]
    public void Nobody_opens_tickets_at_night_or_on_sundays() =>
        Assert.All(
            Some.World().Arrivals().Take(2000),
            arrival => Assert.True(
                arrival.At.Hour is >= 7 and < 18 && arrival.At.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
}
