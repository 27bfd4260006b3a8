using System.Globalization;
using ItsmAi.Learning.Evaluation;

namespace ItsmAi.Learning.Tests.Evaluation;

public sealed class WilsonIntervalTests
{
    public static IEnumerable<TheoryDataRow<int, int, double, double>> Known =>
        Cases.Rows("wilson.csv").Select(row => new TheoryDataRow<int, int, double, double>(
            int.Parse(row[0], CultureInfo.InvariantCulture),
            int.Parse(row[1], CultureInfo.InvariantCulture),
            double.Parse(row[2], CultureInfo.InvariantCulture),
            double.Parse(row[3], CultureInfo.InvariantCulture)));

    [Theory]
    [MemberData(nameof(Known))]
    public void The_interval_has_the_known_ends(int successes, int trials, double low, double high)
    {
        WilsonInterval interval = WilsonInterval.Of(successes, trials);
        Assert.Equal(low, interval.Low, 6);
        Assert.Equal(high, interval.High, 6);
    }

    [Fact]
    public void The_interval_holds_the_share_and_narrows_with_more_trials()
    {
        var random = new Random(7);
        for (int round = 0; round < 500; round++)
        {
            int trials = random.Next(1, 400);
            int successes = random.Next(0, trials + 1);
            WilsonInterval interval = WilsonInterval.Of(successes, trials);
            WilsonInterval tenfold = WilsonInterval.Of(successes * 10, trials * 10);
            Assert.True(interval.Contains((double)successes / trials));
            Assert.InRange(interval.Low, 0, interval.High);
            Assert.InRange(interval.High, interval.Low, 1);
            Assert.True(tenfold.High - tenfold.Low < interval.High - interval.Low);
        }
    }

    [Fact]
    public void More_successes_than_trials_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(3, 2));
}
