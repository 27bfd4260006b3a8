using ItsmAi.Learning.Detecting;
using ItsmAi.Learning.Series;

namespace ItsmAi.Learning.Tests.Detecting;

public sealed class AnomalyDetectorTests
{
    private const int Rounds = 25;

    [Fact]
    public void What_comes_later_changes_no_score()
    {
        var random = new Random(1);
        for (int seed = 0; seed < Rounds; seed++)
        {
            Sample[] series = SomeSeries.Untidy(seed, 1_500);
            double[] whole = SomeSeries.Scores(series);
            int cut = random.Next(series.Length);
            Sample[] other = [.. series[..cut], .. SomeSeries.Untidy(seed + 1_000, 300)];
            Assert.Equal(whole[..cut], SomeSeries.Scores(other)[..cut]);
        }
    }

    [Fact]
    public void Every_sample_gets_a_score_from_nought_to_one()
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            double[] scores = SomeSeries.Scores(SomeSeries.Untidy(seed, 1_500));
            Assert.Equal(1_500, scores.Length);
            Assert.All(scores, score => Assert.InRange(score, 0, 1));
            Assert.Contains(scores, score => score > 0);
        }
    }

    [Fact]
    public void A_restart_in_the_middle_changes_no_score()
    {
        var random = new Random(2);
        for (int seed = 0; seed < Rounds; seed++)
        {
            Sample[] series = SomeSeries.Untidy(seed, 1_500);
            int cut = random.Next(series.Length);
            var before = new AnomalyDetector();
            double[] first = [.. series.Take(cut).Select(before.Score)];
            AnomalyDetector after = AnomalyDetector.Read(before.ToBytes()).Model!;
            double[] both = [.. first, .. series.Skip(cut).Select(after.Score)];
            Assert.Equal(SomeSeries.Scores(series), both);
        }
    }

    [Theory]
    [InlineData(1_024, 0)]
    [InlineData(0.001, 0)]
    [InlineData(1, 5_000)]
    [InlineData(1.8, 32)]
    public void Another_unit_and_another_zero_give_the_same_alarms(double unit, double offset)
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            Sample[] series = SomeSeries.Untidy(seed, 1_500);
            double[] here = SomeSeries.Scores(series);
            double[] there = SomeSeries.Scores(series.Select(sample => sample with { Value = (sample.Value * unit) + offset }));
            for (int row = 0; row < here.Length; row++)
                Assert.True(Math.Abs(here[row] - there[row]) < 0.02, $"seed {seed}, row {row}: {here[row]} and {there[row]}");
        }
    }

    [Fact]
    public void The_state_stays_below_sixty_four_kilobytes()
    {
        var random = new Random(3);
        var detector = new AnomalyDetector();
        foreach (Sample sample in SomeSeries.Of(row => Math.Exp(random.NextDouble() * 40) * (row % 2 == 0 ? 1 : -1), 20_000))
            detector.Score(sample);
        Assert.InRange(detector.ToBytes().Length, 1, 64 * 1_024);
    }

    [Fact]
    public void A_constant_series_is_never_odd() =>
        Assert.All(SomeSeries.Scores(SomeSeries.Of(_ => 7.1, 1_000)), score => Assert.Equal(0, score));

    [Fact]
    public void The_first_change_of_a_constant_series_is_as_odd_as_can_be()
    {
        double[] scores = SomeSeries.Scores(SomeSeries.Of(row => row < 800 ? 7.1 : 7.2, 900));
        Assert.All(scores[..800], score => Assert.Equal(0, score));
        Assert.True(scores[800] > AnomalyDetector.DefaultThreshold, $"{scores[800]}");
    }

    [Fact]
    public void A_spike_in_a_course_of_the_day_is_found_and_the_course_is_not()
    {
        var random = new Random(4);
        double[] scores = SomeSeries.Scores(SomeSeries.Of(
            row => (10 * Math.Sin(row / 96.0 * 2 * Math.PI)) + random.NextDouble() + (row == 1_200 ? 40 : 0), 1_400));
        Assert.Equal(1_200, Array.IndexOf(scores, scores.Max()));
        Assert.True(scores[1_200] >= 2 * AnomalyDetector.DefaultThreshold, $"{scores[1_200]}");
        Assert.Single(scores, score => score >= 2 * AnomalyDetector.DefaultThreshold);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_is_a_missing_sample(double none)
    {
        Sample[] series = SomeSeries.Untidy(5, 1_000);
        double[] missing = SomeSeries.Scores(series.Select((sample, row) => row % 7 == 0 ? sample with { Value = double.NaN } : sample));
        double[] given = SomeSeries.Scores(series.Select((sample, row) => row % 7 == 0 ? sample with { Value = none } : sample));
        Assert.Equal(missing, given);
        Assert.All(given.Where((_, row) => row % 7 == 0), score => Assert.Equal(0, score));
    }

    [Fact]
    public void Extreme_numbers_repeated_and_late_rows_break_nothing()
    {
        double[] values = [double.MaxValue, double.MinValue, 0, double.Epsilon, 1e300, -1e-300];
        var random = new Random(6);
        Sample[] series =
        [
            .. Enumerable.Range(0, 1_000).Select(_ =>
                new Sample(TimeSpan.FromHours(random.Next(-20, 20)), values[random.Next(values.Length)])),
        ];
        Assert.All(SomeSeries.Scores(series), score => Assert.InRange(score, 0, 1));
    }

    [Fact]
    public void Bytes_that_are_no_state_are_refused()
    {
        byte[] bytes = new AnomalyDetector().ToBytes();
        Assert.False(AnomalyDetector.Read(bytes.AsSpan(0, bytes.Length - 1)).IsRead);
        Assert.False(AnomalyDetector.Read([]).IsRead);
        bytes[^1] ^= 1;
        Assert.False(AnomalyDetector.Read(bytes).IsRead);
    }
}
