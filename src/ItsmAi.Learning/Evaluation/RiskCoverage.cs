using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Evaluation;

/// <summary>How many rows are answered from a probability on, and how many of those rightly.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RiskCoverage(int Rows, int Covered, int CoveredRight)
{
    /// <summary>The share of rows answered; 0 of no rows.</summary>
    public double Coverage => Rows == 0 ? 0 : (double)Covered / Rows;

    /// <summary>The share of right ones among those answered; 0 where none is.</summary>
    public double Accuracy => Covered == 0 ? 0 : (double)CoveredRight / Covered;

    /// <summary>Counts the rows whose probability is at least the threshold.</summary>
    public static RiskCoverage At(double threshold, IReadOnlyList<JudgedRow> rows)
    {
        int covered = 0, right = 0;
        foreach (JudgedRow row in rows)
        {
            covered += row.Probability >= threshold ? 1 : 0;
            right += row.Probability >= threshold && row.IsRight ? 1 : 0;
        }
        return new RiskCoverage(rows.Count, covered, right);
    }

    /// <summary>
    /// Sorts the rows by probability, descending, and takes the longest run from the top that is good enough: the
    /// threshold is its last row's probability, infinity where there is no such run. Rows of
    /// equal probability stay together.
    /// </summary>
    /// <param name="rows">Rows that training did not see.</param>
    /// <param name="isEnough">Asked with the right rows and all rows of a run.</param>
    public static double Threshold(IReadOnlyList<JudgedRow> rows, Func<int, int, bool> isEnough)
    {
        JudgedRow[] sorted = [.. rows.OrderByDescending(row => row.Probability)];
        double threshold = double.PositiveInfinity;
        int right = 0;
        for (int at = 0; at < sorted.Length; at++)
        {
            right += sorted[at].IsRight ? 1 : 0;
            bool tied = at + 1 < sorted.Length && sorted[at + 1].Probability == sorted[at].Probability;
            if (!tied && isEnough(right, at + 1))
                threshold = sorted[at].Probability;
        }
        return threshold;
    }
}
