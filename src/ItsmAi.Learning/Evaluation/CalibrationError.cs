namespace ItsmAi.Learning.Evaluation;

/// <summary>
/// Expected calibration error (Naeini, Cooper and Hauskrecht, 2015): 15 bins of equal width (lo, hi], the first closed
/// at 0; the sum over the bins of their share of rows × |accuracy − mean probability|. In [0, 1]; 0 of no rows.
/// </summary>
public static class CalibrationError
{
    private const int Bins = 15;

    /// <summary>The error of probabilities said of first labels that turned out right or not.</summary>
    public static double Of(IReadOnlyList<JudgedRow> rows)
    {
        double[] probabilities = new double[Bins];
        int[] right = new int[Bins];
        foreach (JudgedRow row in rows)
        {
            int bin = Math.Clamp((int)Math.Ceiling(row.Probability * Bins) - 1, 0, Bins - 1);
            probabilities[bin] += row.Probability;
            right[bin] += row.IsRight ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < Bins; bin++)
            error += Math.Abs(right[bin] - probabilities[bin]);
        return rows.Count == 0 ? 0 : error / rows.Count;
    }
}
