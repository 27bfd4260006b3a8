namespace ItsmAi.Learning.Evaluation;

/// <summary>
/// Expected calibration error (Naeini, Cooper and Hauskrecht, 2015): bins of equal width (lo, hi], the first closed
/// at 0; the sum over the bins of their share of rows × |accuracy − mean probability|. In [0, 1]; 0 of no rows.
/// </summary>
public static class CalibrationError
{
    /// <summary>The bins that benchmarks are compared with.</summary>
    private const int Usual = 15;

    /// <summary>The error of probabilities said of first labels that turned out right or not.</summary>
    public static double Of(IReadOnlyList<JudgedRow> rows) => Of(rows, Usual);

    /// <summary>The same with another number of bins, 1 or more: fewer where there are few rows.</summary>
    public static double Of(IReadOnlyList<JudgedRow> rows, int bins)
    {
        double[] probabilities = new double[bins];
        int[] right = new int[bins];
        foreach (JudgedRow row in rows)
        {
            int bin = Math.Clamp((int)Math.Ceiling(row.Probability * bins) - 1, 0, bins - 1);
            probabilities[bin] += row.Probability;
            right[bin] += row.IsRight ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < bins; bin++)
            error += Math.Abs(right[bin] - probabilities[bin]);
        return rows.Count == 0 ? 0 : error / rows.Count;
    }
}
