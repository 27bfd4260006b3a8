using ItsmAi.Learning.Evaluation;
using ItsmAi.Learning.Forecasting;
using ItsmAi.Learning.Series;
using ItsmAi.ServiceDeskWorld.Signals;

namespace ItsmAi.ServiceDeskWorld.Tests.Signals;

public sealed class BreachForecasterTests
{
    private static readonly TimeSpan Horizon = TimeSpan.FromHours(72);

    public static TheoryData<SignalFamily> Families() => new(Enum.GetValues<SignalFamily>());

    [Theory]
    [MemberData(nameof(Families))]
    public void An_answer_is_the_same_in_a_replay_as_at_a_cut(SignalFamily family)
    {
        var signal = BreachSimulator.Of(family, 21);
        var replay = New(signal);
        for (int row = 0; row < signal.Samples.Count; row++)
        {
            replay.Add(signal.Samples[row]);
            if (row % 1700 != 1699) continue;
            var cut = New(signal);
            foreach (var sample in signal.Samples.Take(row + 1)) cut.Add(sample);
            Assert.Equal(replay.Forecast(Horizon), cut.Forecast(Horizon));
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_answer_holds_together(SignalFamily family)
    {
        foreach (var answer in Hourly(BreachSimulator.Of(family, 22)))
        {
            Assert.InRange(answer.Probability, 0, 1);
            Assert.NotEqual("", answer.Reason);
            Assert.Equal(answer is BreachForecast.BreachExpected or BreachForecast.AlreadyBreached, answer.Probability >= 0.5);
            if (answer is not BreachForecast.BreachExpected { Time: var time }) continue;
            Assert.InRange(time.Median, time.Low, time.High ?? double.MaxValue);
            Assert.True(time.Median <= 72);
        }
    }

    [Theory]
    [InlineData(SignalFamily.DiskLinear)]
    [InlineData(SignalFamily.MemRestart)]
    [InlineData(SignalFamily.DiskCleanup)]
    [InlineData(SignalFamily.Cert)]
    public void Another_unit_and_zero_change_no_answer(SignalFamily family)
    {
        // A power of two and a whole number keep the arithmetic exact enough to compare.
        var signal = BreachSimulator.Of(family, 23);
        var other = signal with
        {
            Threshold = (signal.Threshold * 1024) + 4096,
            Samples = [.. signal.Samples.Select(sample => sample with { Value = (sample.Value * 1024) + 4096 })],
        };
        foreach (var (one, two) in Hourly(signal).Zip(Hourly(other)))
        {
            Assert.Equal(one.GetType(), two.GetType());
            Assert.Equal(one.Probability, two.Probability, 6);
        }
    }

    [Fact]
    public void Below_a_limit_is_above_it_upside_down()
    {
        var signal = BreachSimulator.Of(SignalFamily.DiskLinear, 24);
        var turned = signal with
        {
            Threshold = -signal.Threshold, IsBelow = true,
            Samples = [.. signal.Samples.Select(sample => sample with { Value = -sample.Value })],
        };
        Assert.Equal(Hourly(signal), Hourly(turned));
    }

    [Fact]
    public void Days_whose_highs_rise_over_a_floor_that_does_not_breach_nothing_yet()
    {
        // A nightly job that takes more each night, and gives all of it back.
        var answer = After(days: 8, hour => 30 + (hour % 24 is >= 2 and < 5 ? 24 + (4 * Math.Floor(hour / 24)) : 0));
        Assert.Equal("its highs and its lows do not both rise", Assert.IsType<BreachForecast.NoBreachExpected>(answer).Reason);
    }

    [Fact]
    public void A_rise_that_has_stopped_breaches_nothing()
    {
        static double Daily(double hour) => 2 * Math.Sin(hour / 3.8);
        var answer = After(days: 9, hour => 40 + (8 * Math.Min(hour / 24, 6.5)) + Daily(hour));
        Assert.Equal("it has risen, and stopped", Assert.IsType<BreachForecast.NoBreachExpected>(answer).Reason);

        var rising = After(days: 6, hour => 40 + (8 * hour / 24) + Daily(hour));
        Assert.IsType<BreachForecast.BreachExpected>(rising);
    }

    [Fact]
    public void Missing_infinite_repeated_and_late_samples_change_nothing()
    {
        var signal = BreachSimulator.Of(SignalFamily.MemLeak, 25);
        var clean = New(signal);
        var dirty = New(signal);
        foreach (var sample in signal.Samples.Take(5000))
        {
            clean.Add(sample);
            dirty.Add(sample);
            if (sample.IsMissing) continue;
            Assert.False(dirty.Add(sample with { Value = 1e9 }));
            Assert.False(dirty.Add(new Sample(sample.Time - TimeSpan.FromHours(5), 99)));
            Assert.False(dirty.Add(new Sample(sample.Time + TimeSpan.FromMinutes(1), double.PositiveInfinity)));
        }

        Assert.Equal(clean.Forecast(Horizon), dirty.Forecast(Horizon));
    }

    [Theory]
    [InlineData(50, false)]
    [InlineData(0, false)]
    [InlineData(100, true)]
    [InlineData(150, true)]
    public void A_constant_is_at_its_limit_or_never_comes_there(double value, bool isBreached)
    {
        var forecaster = new BreachForecaster(new BreachLimit(100));
        for (int row = 0; row < 3000; row++) forecaster.Add(new Sample(TimeSpan.FromMinutes(5 * row), value));
        Assert.Equal(isBreached, forecaster.Forecast(Horizon) is BreachForecast.AlreadyBreached);
        Assert.Equal(!isBreached, forecaster.Forecast(Horizon) is BreachForecast.NoBreachExpected);
    }

    [Fact]
    public void Nothing_is_said_of_less_than_a_day()
    {
        var forecaster = new BreachForecaster(new BreachLimit(100));
        Assert.IsType<BreachForecast.NotEnoughData>(forecaster.Forecast(Horizon));
        for (int row = 0; row < 200; row++) forecaster.Add(new Sample(TimeSpan.FromMinutes(5 * row), row / 10.0));
        Assert.IsType<BreachForecast.NotEnoughData>(forecaster.Forecast(Horizon));
    }

    [Fact]
    public void A_gap_of_days_is_outlived()
    {
        var signal = BreachSimulator.Of(SignalFamily.DiskLinear, 26);
        var start = signal.Samples[0].Time;
        var answers = Hourly(signal with
        {
            Samples = [.. signal.Samples.Where(sample => (sample.Time - start).TotalDays is < 6 or > 9)],
        });
        Assert.IsType<BreachForecast.BreachExpected>(answers[^3]);
    }

    [Fact]
    public void The_days_of_a_certificate_are_counted_exactly()
    {
        var signal = BreachSimulator.Of(SignalFamily.Cert, 27);
        var answer = Assert.IsType<BreachForecast.BreachExpected>(Hourly(signal)[^30]);
        Assert.Equal(signal.BreachAt!.Value.TotalHours, answer.AsOf.TotalHours + answer.Time.Median, 0.26);
        Assert.Equal((answer.Time.Median, answer.Time.Median, 1), (answer.Time.Low, answer.Time.High, answer.Probability));
    }

    [Fact]
    public void A_known_date_is_exact_and_past_it_is_breached()
    {
        var now = TimeSpan.FromDays(20_000);
        var soon = Assert.IsType<BreachForecast.BreachExpected>(ExactDate.Forecast(now, now + TimeSpan.FromHours(50), Horizon));
        Assert.Equal((new TimeToBreach(50, 50, 50), 1), (soon.Time, soon.Probability));
        var later = Assert.IsType<BreachForecast.NoBreachExpected>(ExactDate.Forecast(now, now + TimeSpan.FromHours(73), Horizon));
        Assert.Equal(0, later.Probability);
        Assert.IsType<BreachForecast.AlreadyBreached>(ExactDate.Forecast(now, now, Horizon));
    }

    [Theory]
    [InlineData(SignalFamily.FlatNoise)]
    [InlineData(SignalFamily.FlatSeasonal)]
    [InlineData(SignalFamily.SawStable)]
    [InlineData(SignalFamily.LevelShiftStable)]
    public void What_stays_away_from_its_limit_raises_no_alarm(SignalFamily family)
    {
        var tally = new BreachTally(72);
        for (int seed = 41; seed <= 46; seed++) tally.Add(Replay(BreachSimulator.Of(family, seed))[0], null);
        Assert.Equal(0, tally.FalseAlarms);
    }

    [Theory]
    [InlineData(SignalFamily.DiskLinear)]
    [InlineData(SignalFamily.DiskCleanup)]
    [InlineData(SignalFamily.DiskSeasonal)]
    [InlineData(SignalFamily.DiskAccel)]
    [InlineData(SignalFamily.MemLeak)]
    [InlineData(SignalFamily.MemLeakGc)]
    [InlineData(SignalFamily.Cert)]
    public void What_comes_to_its_limit_is_foreseen_without_a_false_alarm(SignalFamily family)
    {
        var tally = new BreachTally(72);
        for (int seed = 41; seed <= 44; seed++)
        {
            var signal = BreachSimulator.Of(family, seed);
            tally.Add(Replay(signal)[0], signal.BreachAt?.TotalHours);
        }

        Assert.Equal((4, 0), (tally.Detected, tally.FalseAlarms));
    }

    [Theory]
    [InlineData(24)]
    [InlineData(72)]
    public void It_misses_less_and_pages_less_for_nothing_than_a_least_squares_line(double horizon)
    {
        var ours = new BreachTally(horizon);
        BreachTally[] lines = [new(horizon), new(horizon)];
        foreach (var family in Enum.GetValues<SignalFamily>())
        {
            for (int seed = 31; seed <= 33; seed++)
            {
                var signal = BreachSimulator.Of(family, seed);
                var replay = Replay(signal);
                ours.Add(replay[0], signal.BreachAt?.TotalHours);
                for (int peer = 0; peer < 2; peer++) lines[peer].Add(replay[peer + 1], signal.BreachAt?.TotalHours);
            }
        }

        Assert.All(lines, line => Assert.True(ours.Detected > line.Detected && ours.FalseAlarms < line.FalseAlarms));
    }

    /// <summary>What is expected of a value below 95 after so many days of samples each five minutes.</summary>
    private static BreachForecast After(int days, Func<double, double> valueAt)
    {
        var forecaster = new BreachForecaster(new BreachLimit(95, IsBelow: false));
        for (int row = 0; row < days * 288; row++)
            forecaster.Add(new Sample(TimeSpan.FromMinutes(5 * row), valueAt(row / 12.0)));
        return forecaster.Forecast(Horizon);
    }

    private static BreachForecaster New(SimulatedSignal signal) => new(new BreachLimit(signal.Threshold, signal.IsBelow));

    private static List<BreachForecast> Hourly(SimulatedSignal signal)
    {
        var forecaster = New(signal);
        List<BreachForecast> answers = [];
        for (int row = 0; row < signal.Samples.Count && !(signal.Samples[row].Time > signal.BreachAt); row++)
        {
            forecaster.Add(signal.Samples[row]);
            if (row >= 288 && row % 12 == 0) answers.Add(forecaster.Forecast(Horizon));
        }

        return answers;
    }

    private static List<BreachAnswer>[] Replay(SimulatedSignal signal)
    {
        var limit = new BreachLimit(signal.Threshold, signal.IsBelow);
        var ours = New(signal);
        PredictLinear[] peers = [new(limit, TimeSpan.FromHours(6)), new(limit, TimeSpan.FromHours(24))];
        List<BreachAnswer>[] said = [[], [], []];
        for (int row = 0; row < signal.Samples.Count && !(signal.Samples[row].Time >= signal.BreachAt); row++)
        {
            var sample = signal.Samples[row];
            ours.Add(sample);
            foreach (var peer in peers) peer.Add(sample);
            if (row < 288 || row % 12 != 0) continue;
            double now = sample.Time.TotalHours;
            said[0].Add(new BreachAnswer(now, ours.Times()?.Quantile(0.5) ?? double.PositiveInfinity));
            for (int peer = 0; peer < 2; peer++) said[peer + 1].Add(new BreachAnswer(now, peers[peer].HoursToBreach(sample.Time)));
        }

        return said;
    }
}
