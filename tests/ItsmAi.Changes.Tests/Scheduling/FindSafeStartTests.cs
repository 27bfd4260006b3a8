using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Scheduling;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Tests.Scheduling;

public sealed class FindSafeStartTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void A_freeze_is_inherited_from_service_and_parents_even_in_a_circle()
    {
        ConfigurationItem[] items =
        [
            new("vm", "server") { Parents = ["host"] },
            new("host", "server") { Parents = ["rack"], Services = ["payroll"] },
            new("rack", "rack") { Parents = ["vm"] },
        ];
        var calendar = Some.Calendar() with
        {
            Items = items,
            Freezes =
            [
                new("all", Some.Monday, null, [], ""), new("rack", Some.Monday, null, ["RACK"], ""),
                new("pay", Some.Monday, null, ["payroll"], ""), new("elsewhere", Some.Monday, null, ["mail"], ""),
            ],
        };

        Assert.Equal(["all", "rack", "pay"], calendar.FreezesOn(items[0]).Select(freeze => freeze.Id));
        Assert.Equal(["all"], calendar.FreezesOn(new ConfigurationItem("alone", "server")).Select(freeze => freeze.Id));
    }

    [Fact]
    public void Overlapping_freezes_are_stepped_over_one_by_one()
    {
        var calendar = Some.Calendar() with
        {
            Freezes =
            [
                new("late", Some.At(5, 0), Some.At(6, 0), [], ""), new("early", Some.At(4, 6), Some.At(5, 3), [], ""),
            ],
        };

        var found = FindSafeStart.Find(Some.Request(), calendar);

        Assert.Equal(Some.At(4, 4), found.LatestFree);
        Assert.Equal(["late", "early"], found.Rejected.Select(one => one.By));
    }

    [Fact]
    public void A_change_on_the_same_item_is_a_collision_and_its_own_earlier_place_is_none()
    {
        var other = Some.Booked("o", Some.At(5, 11), item: "SRV-1");
        var own = Some.Booked("c-1", Some.At(5, 8, 59), item: "srv-1");

        var found = FindSafeStart.Find(Some.Request(), Some.Calendar(other, own));

        Assert.Equal(Some.At(5, 9), found.LatestFree);
        Assert.Equal(StartObstacle.Collision, Assert.Single(found.Rejected).Obstacle);
    }

    [Fact]
    public void A_week_is_that_of_the_team_and_not_of_Greenwich()
    {
        var calendar = Some.Calendar(Some.Booked("a", Some.At(1, 23, 30))) with { Teams = [new TeamCapacity(Some.Servers, 1, Berlin)] };

        var found = FindSafeStart.Find(Some.Request() with { NotBefore = Some.At(1, 0) }, calendar);

        Assert.Equal("2026-W10", found.Rejected[0].By);
        Assert.Equal(Some.At(1, 22, 59), found.LatestFree);
    }

    [Fact]
    public void Seconds_never_make_a_change_late()
    {
        var request = Some.Request() with { FailsAt = Some.At(6, 12).AddSeconds(59), Duration = TimeSpan.FromSeconds(7141) };

        var found = FindSafeStart.Find(request, Some.Calendar());

        Assert.Equal((Some.At(5, 12), Some.At(5, 10)), (found.MustEndBy, found.LatestFree));
    }
}
