using ItsmAi.Learning.Calibration;
using ItsmAi.Learning.Evaluation;

namespace ItsmAi.Learning.Tests.Evaluation;

public sealed class MeasuresTests
{
    [Fact]
    public void Calibration_error_is_the_gap_of_each_bin_by_its_share()
    {
        // 0.9 falls into (13/15, 14/15]: two of three right; 0.15 and 0.2, its end, into (2/15, 3/15]: one of two.
        JudgedRow[] rows = [new(0.9, true), new(0.9, true), new(0.9, false), new(0.2, false), new(0.15, true)];
        double expected = (Math.Abs((2.0 / 3) - 0.9) * 3 / 5) + (Math.Abs((1.0 / 2) - 0.175) * 2 / 5);
        Assert.Equal(expected, CalibrationError.Of(rows), 12);
    }

    [Fact]
    public void Calibration_error_takes_zero_into_the_first_bin_and_one_into_the_last()
    {
        Assert.Equal(0, CalibrationError.Of([new(0, false), new(1, true)]));
        Assert.Equal(0, CalibrationError.Of([]));
        Assert.Equal(1, CalibrationError.Of([new(1, false)]));
    }

    [Fact]
    public void Macro_f1_is_the_mean_over_labels_that_occur_either_way()
    {
        var matrix = new ConfusionMatrix();
        matrix.Add("a", "a");
        matrix.Add("a", "b");
        matrix.Add("b", "b");
        matrix.Add("b", "c");
        matrix.Add("b", null);
        // a: 2·1/(2+1), b: 2·1/(3+2), c: 0.
        Assert.Equal(((2.0 / 3) + (2.0 / 5) + 0) / 3, MacroF1.Of(matrix), 12);
        Assert.Equal(2.0 / 5, matrix.Accuracy, 12);
        Assert.Equal(1, matrix.Count("b", "c"));
        Assert.Equal(0, MacroF1.Of(new ConfusionMatrix()));
    }

    [Fact]
    public void The_threshold_ends_the_longest_good_run_even_past_a_bad_one()
    {
        // Shares of right rows from the top: 1, 1/2, 2/3, 3/4, 3/5.
        JudgedRow[] rows = [new(0.9, true), new(0.8, false), new(0.7, true), new(0.6, true), new(0.5, false)];
        Assert.Equal(0.6, RiskCoverage.Threshold(rows, (right, seen) => right >= 0.75 * seen));
        Assert.Equal(0.9, RiskCoverage.Threshold(rows, (right, seen) => right >= 0.8 * seen));
        Assert.Equal(double.PositiveInfinity, RiskCoverage.Threshold(rows[4..], (right, seen) => right == seen));
    }

    [Fact]
    public void Rows_of_equal_probability_are_answered_together()
    {
        JudgedRow[] rows = [new(0.9, true), new(0.8, true), new(0.8, false)];
        Assert.Equal(0.9, RiskCoverage.Threshold(rows, (right, seen) => right == seen));
        Assert.Equal(new RiskCoverage(3, 3, 2), RiskCoverage.At(0.8, rows));
    }

    [Fact]
    public void The_vouched_limit_never_lies_below_the_measured_one()
    {
        var random = new Random(11);
        for (int round = 0; round < 200; round++)
        {
            JudgedRow[] rows = [.. Enumerable.Range(0, random.Next(1, 400)).Select(_ => Row(random))];
            AbstentionLimits limits = AbstentionLimits.Of(rows);
            Assert.True(limits.Vouched >= limits.Measured);
            RiskCoverage covered = RiskCoverage.At(limits.Measured, rows);
            Assert.True(covered.Covered == 0 || covered.Accuracy >= AbstentionLimits.Asked);
            covered = RiskCoverage.At(limits.Vouched, rows);
            Assert.True(covered.Covered == 0
                || WilsonInterval.Of(covered.CoveredRight, covered.Covered).Low >= AbstentionLimits.Asked);
        }
    }

    private static JudgedRow Row(Random random)
    {
        double probability = random.NextDouble();
        return new JudgedRow(probability, random.NextDouble() < Math.Sqrt(probability));
    }
}
