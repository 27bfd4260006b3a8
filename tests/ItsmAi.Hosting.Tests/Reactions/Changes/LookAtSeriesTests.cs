using ItsmAi.Changes.Raising;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Signals;
using ItsmAi.Hosting.Reactions.Changes;

namespace ItsmAi.Hosting.Tests.Reactions.Changes;

public sealed class LookAtSeriesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly WatchedSeries.Measured Disk = new("q", "percent", 95, IsBelow: false)
    {
        Name = "disk", Owner = new Person("olga"), Item = "srv-1", Condition = "disk-full",
    };

    /// <summary>Nine days at a quarter of a percent an hour, one value every ten minutes.</summary>
    private static List<SignalPoint> Good { get; } =
        [.. Enumerable.Range(-1296, 1297).Select(at => new SignalPoint(Now.AddMinutes(at * 10), 80 + (at / 6.0 * 0.25)))];

    [Theory]
    [InlineData("NaN")]
    [InlineData("infinite")]
    [InlineData("repeated")]
    [InlineData("late")]
    [InlineData("future")]
    public void A_point_that_says_nothing_changes_nothing_that_is_foreseen(string bad)
    {
        var points = Good.ToList();
        var at = points.Count / 2;
        points.InsertRange(at + 1, bad switch
        {
            "NaN" => [new SignalPoint(points[at].At.AddMinutes(1), double.NaN)],
            "infinite" => [
                new SignalPoint(points[at].At.AddMinutes(1), double.PositiveInfinity),
                new SignalPoint(points[at].At.AddMinutes(2), double.NegativeInfinity)],
            "repeated" => [new SignalPoint(points[at].At, 500)],
            "late" => [new SignalPoint(points[at].At.AddDays(-3).AddMinutes(1), 500)],
            _ => Array.Empty<SignalPoint>(),
        });
        if (bad == "future") points.Add(new SignalPoint(Now.AddHours(3), 500));

        Assert.Equal(LookAtSeries.Of(Disk, Good, Now), LookAtSeries.Of(Disk, points, Now));
    }

    [Fact]
    public void The_good_ones_foresee_a_failure() =>
        Assert.InRange(Assert.IsType<Foreseen.Fails>(LookAtSeries.Of(Disk, Good, Now)).Median, Now.AddHours(54), Now.AddHours(66));

    [Theory]
    [InlineData(false, 97.0, true)]
    [InlineData(true, 40.0, true)]
    [InlineData(true, 97.0, false)]
    [InlineData(false, 40.0, false)]
    public void A_limit_that_was_never_kept_is_doubted_whichever_side_it_stands_on(bool isBelow, double value, bool doubted)
    {
        var points = Enumerable.Range(-72, 73).Select(at => new SignalPoint(Now.AddHours(at), value)).ToList();

        var foreseen = LookAtSeries.Of(Disk with { IsBelow = isBelow, Step = TimeSpan.FromHours(1) }, points, Now);

        Assert.Equal(doubted, foreseen is Foreseen.Blind { Fault: "limit-95" });
    }
}
