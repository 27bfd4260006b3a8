using System.Text.Json;
using ItsmAi.Learning.Evaluation;

namespace ItsmAi.Learning.Tests.Evaluation;

public sealed class NabScoreTests
{
    // Twenty rows, three of them probation, one window over the rows 10 to 13.
    private static NabSeries Series(params ReadOnlySpan<int> alarms)
    {
        double[] scores = new double[20];
        foreach (int row in alarms)
            scores[row] = 0.9;
        return new NabSeries(
            "a", [.. Enumerable.Range(0, 20).Select(row => TimeSpan.FromHours(row))], scores,
            [new NabWindow(TimeSpan.FromHours(10), TimeSpan.FromHours(13))]);
    }

    [Fact]
    public void An_alarm_at_the_start_of_the_window_and_no_other_is_perfect() =>
        Assert.Equal(100, NabScore.At([Series(10)], NabProfile.Standard, 0.9).Final, 9);

    [Fact]
    public void No_alarm_at_all_is_nought() => Assert.Equal(0, NabScore.At([Series(10)], NabProfile.Standard, 1).Final, 9);

    [Fact]
    public void A_later_hit_is_worth_less_and_a_second_one_nothing()
    {
        // sigma(-3/4) / sigma(-1) = 0.954045 / 0.986614.
        double late = NabScore.At([Series(11)], NabProfile.Standard, 0.9).Raw;
        Assert.Equal(0.966988, late, 5);
        Assert.Equal(late, NabScore.At([Series(11, 12, 13)], NabProfile.Standard, 0.9).Raw, 9);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(5, -0.11)]
    // sigma(1/3) = -0.682262, sigma(6/3) = -0.999909.
    [InlineData(14, -0.0750488)]
    [InlineData(19, -0.1099900)]
    public void A_false_alarm_costs_more_the_farther_it_lies_behind_a_window(int row, double cost) =>
        Assert.Equal(1 + cost, NabScore.At([Series(10, row)], NabProfile.Standard, 0.9).Raw, 6);

    [Fact]
    public void Profiles_weigh_false_alarms_and_misses_differently()
    {
        Assert.Equal(-1.22, NabScore.At([Series(5)], NabProfile.LowFalseAlarms, 0.9).Raw, 9);
        Assert.Equal(-2.11, NabScore.At([Series(5)], NabProfile.LowMisses, 0.9).Raw, 9);
    }

    [Fact]
    public void The_best_threshold_is_never_beaten_by_a_score_that_occurs()
    {
        var random = new Random(7);
        for (int round = 0; round < 50; round++)
        {
            double[] scores = [.. Enumerable.Range(0, 20).Select(_ => random.Next(6) / 5.0)];
            NabSeries[] series = [Series() with { Scores = scores }];
            NabScore best = NabScore.Best(series, NabProfile.Standard);
            Assert.Equal(best.Raw, NabScore.At(series, NabProfile.Standard, best.Threshold).Raw, 9);
            Assert.All(scores, score => Assert.True(NabScore.At(series, NabProfile.Standard, score).Raw <= best.Raw + 1e-9));
        }
    }

    [Theory]
    [InlineData("ARTime")]
    [InlineData("contextOSE")]
    [InlineData("numenta")]
    public void The_scores_of_known_detectors_are_those_that_the_benchmark_gives(string detector)
    {
        NabCorpus corpus = NabCorpus.Open();
        List<NabSeries> series = corpus.ScoredBy(detector);
        using JsonDocument document = corpus.Expected();
        JsonElement expected = document.RootElement.GetProperty("scores").GetProperty(detector);
        foreach (NabProfile profile in NabProfile.All)
        {
            NabScore score = NabScore.Best(series, profile);
            Assert.Equal(expected.GetProperty(profile.Name).GetProperty("score").GetDouble(), score.Final, 3);
            Assert.Equal(expected.GetProperty(profile.Name).GetProperty("raw").GetDouble(), score.Raw, 5);
        }
    }
}
