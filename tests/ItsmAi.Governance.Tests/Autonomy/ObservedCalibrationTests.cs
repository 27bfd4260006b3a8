using System.Globalization;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Learning.Evaluation;

namespace ItsmAi.Governance.Tests.Autonomy;

public sealed class ObservedCalibrationTests
{
    private static readonly AutonomySettings Settings = new();

    public static TheoryData<string[]> Thresholds() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "thresholds.csv")).Skip(1).Select(line => line.Split('|'))];

    [Theory]
    [MemberData(nameof(Thresholds))]
    public void A_threshold_is_the_least_confidence_from_which_on_enough_are_right(string[] cells)
    {
        var threshold = ObservedCalibration.Threshold(Measured(cells[0]), Settings);

        Assert.True((cells[1].Length == 0 ? null : Number(cells[1])) == threshold, $"{cells[2]}: {threshold}");
    }

    [Fact]
    public void The_order_in_which_they_came_does_not_matter_for_a_threshold()
    {
        var measured = Measured("20 right at 0.9; 30 wrong at 0.5");

        Assert.Equal(0.9, ObservedCalibration.Threshold([.. measured.Reverse()], Settings));
    }

    [Fact]
    public void What_falls_shows_its_measure_and_names_the_wrong_ones()
    {
        var fall = ObservedCalibration.Fall([.. Measured("44 right at 0.99; 6 wrong at 0.99"), .. Story.Judged("3 moved")], Settings);

        Assert.Equal("the calibration error is 0.110 over 50 decisions, above 0.100", fall!.Because);
        Assert.Equal((44, 50), (fall.Measured!.Right, fall.Measured.Of));
        Assert.Equal(["2-044", "2-045", "2-046", "2-047", "2-048", "2-049"], fall.Evidence);
    }

    [Fact]
    public void An_error_of_just_the_limit_takes_nothing_away()
    {
        var measured = Measured("40 right at 0.99; 10 wrong at 0.99");
        var error = CalibrationError.Of(
            [.. measured.Select(one => new JudgedRow(one.Tracked.Confidence, one.Judgement.FirstTimeRight == true))], 10);

        Assert.Null(ObservedCalibration.Fall(measured, Settings with { CalibrationError = error }));
        Assert.NotNull(ObservedCalibration.Fall(measured, Settings with { CalibrationError = error - 1e-9 }));
    }

    /// <summary>Words such as <c>20 right at 0.9; 30 wrong at 0.5</c>, in this order.</summary>
    private static IReadOnlyList<JudgedDecision> Measured(string words)
    {
        var all = new List<JudgedDecision>();
        foreach (var word in words.Split("; ").Select(one => one.Split(' ')))
        {
            for (var left = (int)Number(word[0]); left > 0; left--)
            {
                var judged = Story.Judged($"1 {word[1]}")[0];
                all.Add(judged with { Tracked = judged.Tracked with { Decision = $"2-{all.Count:000}", Confidence = Number(word[3]) } });
            }
        }

        return all;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
