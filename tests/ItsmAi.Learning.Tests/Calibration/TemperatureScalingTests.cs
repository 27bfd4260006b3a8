using ItsmAi.Learning.Calibration;

namespace ItsmAi.Learning.Tests.Calibration;

public sealed class TemperatureScalingTests
{
    [Fact]
    public void The_factor_that_drew_the_labels_is_found_again()
    {
        var random = new Random(2);
        foreach (double beta in (double[])[0.3, 1, 5])
        {
            float[][] scores = [.. Enumerable.Range(0, 20_000).Select(_ => Scores(random))];
            int[] truths = [.. scores.Select(row => Draw(row, beta, random))];
            Assert.InRange(TemperatureScaling.Fit(scores, truths), 0.93 * beta, 1.07 * beta);
        }
    }

    [Fact]
    public void Rows_that_are_always_right_take_a_sharp_factor_within_the_limits() =>
        Assert.InRange(TemperatureScaling.Fit([[1, 0], [0, 1]], [0, 1]), 20, Math.Exp(4));

    [Fact]
    public void Without_rows_scores_stay_as_they_are() => Assert.Equal(1, TemperatureScaling.Fit([], []));

    [Fact]
    public void Probabilities_sum_to_one_also_for_huge_scores()
    {
        double[] probabilities = new double[3];
        TemperatureScaling.Softmax([1e30f, -1e30f, 0], 50, probabilities);
        Assert.Equal([1, 0, 0], probabilities);
    }

    private static float[] Scores(Random random) =>
        [.. Enumerable.Range(0, 4).Select(_ => (float)((2 * random.NextDouble()) - 1))];

    private static int Draw(float[] scores, double beta, Random random)
    {
        double[] probabilities = new double[scores.Length];
        TemperatureScaling.Softmax(scores, beta, probabilities);
        double left = random.NextDouble();
        int label = 0;
        while (label < scores.Length - 1 && (left -= probabilities[label]) > 0)
            label++;
        return label;
    }
}
