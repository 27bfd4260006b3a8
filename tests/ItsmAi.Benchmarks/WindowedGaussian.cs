using ItsmAi.Learning.Evaluation;

namespace ItsmAi.Benchmarks;

/// <summary>
/// A peer: the distance from the mean of the last 6,400 rows in deviations, the window moving on by 100 rows. In the
/// order of the tail probability that the benchmark's own entry of this name gives.
/// </summary>
internal static class WindowedGaussian
{
    private const int Window = 6_400;
    private const int Step = 100;

    // Where the tail probability is no longer told apart from 0.
    private const double Farthest = 8.3;

    public static NabSeries Scored(NabSeries series)
    {
        double[] scores = new double[series.Times.Count];
        double sum = 0;
        double squares = 0;
        int first = 0;
        int last = 0;
        for (int row = 0; row < scores.Length; row++)
        {
            scores[row] = Score(series.Scores[row], last - first, sum, squares);
            if (row - first >= Window && row - last < Step - 1)
                continue;
            (first, last) = (row + 1 - first > Window ? first + Step : first, row + 1);
            sum = series.Scores.Skip(first).Take(last - first).Sum();
            double mean = sum / (last - first);
            squares = series.Scores.Skip(first).Take(last - first).Sum(value => (value - mean) * (value - mean));
        }
        return series with { Scores = scores };
    }

    private static double Score(double value, int count, double sum, double squares)
    {
        if (count == 0)
            return 0;
        double deviation = Math.Max(Math.Sqrt(squares / count), 1e-6);
        return Math.Min(Math.Abs(value - (sum / count)) / deviation, Farthest) / Farthest;
    }
}
