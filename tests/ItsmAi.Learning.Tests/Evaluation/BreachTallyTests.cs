using ItsmAi.Learning.Evaluation;

namespace ItsmAi.Learning.Tests.Evaluation;

public sealed class BreachTallyTests
{
    [Fact]
    public void An_alarm_begins_in_the_third_hour_running()
    {
        // The breach is in hour 20; two hours within the horizon are none, the third begins it in hour 10, ten ahead.
        var tally = Of(20, [.. Hours(8), 5, 5, 5, .. Hours(8)]);
        Assert.Equal((1, 1, 0), (tally.Breaching, tally.Detected, tally.FalseAlarms));
        Assert.Equal(10, tally.MedianLead);
        Assert.Equal(0, Of(20, [.. Hours(8), 5, 5, 100, 5, 5, .. Hours(6)]).Detected);
    }

    [Fact]
    public void An_alarm_too_early_that_never_stops_is_one_false_alarm_and_a_miss()
    {
        var tally = Of(60, [.. Enumerable.Repeat(5.0, 59)]);
        Assert.Equal((0, 1), (tally.Detected, tally.FalseAlarms));
    }

    [Fact]
    public void An_alarm_less_than_a_quarter_of_the_horizon_ahead_comes_too_late()
    {
        Assert.Equal(1, Of(20, [.. Hours(15), 5, 5, 5]).Detected);
        Assert.Equal(0, Of(20, [.. Hours(16), 5, 5, 5]).Detected);
    }

    [Fact]
    public void After_a_false_alarm_come_six_quiet_hours()
    {
        // Begun in hour 2; the one that would begin in hour 6 lies in the quiet, and begins when it ends if it is still on.
        Assert.Equal(1, Of(null, [5, 5, 5, 100, 5, 5, 5, 100, .. Hours(9)]).FalseAlarms);
        Assert.Equal(2, Of(null, [5, 5, 5, 100, .. Hours(4), 5, 5, 5, 100]).FalseAlarms);
    }

    [Fact]
    public void The_error_is_that_of_the_hours_before_the_breach()
    {
        // Hours 10, 11 and 12 are within the horizon of 10 of a breach in hour 20: errors 1/10, 1 and infinite.
        var tally = Of(20, [.. Hours(10), 11, 18, double.PositiveInfinity]);
        Assert.Equal(1, tally.MedianError, 9);
    }

    [Fact]
    public void Cut_points_have_their_brier_score_and_its_skill()
    {
        var cuts = new BreachCutPoints(10);
        cuts.Add(new BreachAnswer(0, 5, 0.8, 2, 9), 8, 100);
        cuts.Add(new BreachAnswer(0, 5, 0.6, 2, 9), 12, 100);
        cuts.Add(new BreachAnswer(0, double.PositiveInfinity, 0.1), null, 100);
        cuts.Add(new BreachAnswer(95, 5, 0.5, 2, 9), null, 100);
        double brier = (0.04 + 0.36 + 0.01 + 0.25) / 4;
        Assert.Equal(brier, cuts.Brier, 12);
        Assert.Equal(1 - (brier / (0.25 * 0.75)), cuts.Skill, 12);
        Assert.Equal((1, 3, 1), cuts.AtHalf);
        // Covered, missed, none, and an interval that ends after the run, which nobody can judge.
        Assert.Equal((2, 1), (cuts.Intervals, cuts.Covered));
        Assert.Equal([1, 0, 1, 1, 1], cuts.Calibration().Select(fifth => fifth.Count));
    }

    // Far beyond the horizon of ten hours.
    private static IEnumerable<double> Hours(int count) => Enumerable.Repeat(100.0, count);

    private static BreachTally Of(double? breach, double[] predicted)
    {
        var tally = new BreachTally(10);
        tally.Add([.. predicted.Select((hours, at) => new BreachAnswer(at, hours))], breach);
        return tally;
    }
}
