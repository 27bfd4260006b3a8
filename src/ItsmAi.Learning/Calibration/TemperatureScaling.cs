namespace ItsmAi.Learning.Calibration;

/// <summary>
/// One number β that turns scores into probabilities, softmax(β s), fitted on held-out rows by log-loss with golden
/// section search over ln β in [−2, 4] (Guo, Pleiss, Sun and Weinberger, 2017; there T = 1/β).
/// </summary>
public static class TemperatureScaling
{
    private const double Lowest = -2;
    private const double Highest = 4;
    private const double Precision = 1e-4;
    private static readonly double Golden = (Math.Sqrt(5) - 1) / 2;

    /// <summary>
    /// The β with the least log-loss over rows of scores and the number of each row's true label; 1 with no rows.
    /// </summary>
    public static double Fit(IReadOnlyList<float[]> scores, IReadOnlyList<int> truths)
    {
        if (truths.Count != scores.Count)
            throw new ArgumentException($"{truths.Count} truths for {scores.Count} rows of scores", nameof(truths));
        if (scores.Count == 0)
            return 1;
        (double low, double high) = (Lowest, Highest);
        (double left, double right) = (high - (Golden * (high - low)), low + (Golden * (high - low)));
        (double atLeft, double atRight) = (LogLoss(scores, truths, left), LogLoss(scores, truths, right));
        while (high - low > Precision)
        {
            if (atLeft <= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (Golden * (high - low));
                atLeft = LogLoss(scores, truths, left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (Golden * (high - low));
                atRight = LogLoss(scores, truths, right);
            }
        }
        return Math.Exp((low + high) / 2);
    }

    /// <summary>The probabilities of the labels: e^(β s) over the sum of all of them.</summary>
    public static void Softmax(ReadOnlySpan<float> scores, double beta, Span<double> probabilities)
    {
        double highest = double.NegativeInfinity;
        foreach (float score in scores)
            highest = Math.Max(highest, score);
        double sum = 0;
        for (int label = 0; label < scores.Length; label++)
            sum += probabilities[label] = Math.Exp(beta * (scores[label] - highest));
        for (int label = 0; label < scores.Length; label++)
            probabilities[label] /= sum;
    }

    private static double LogLoss(IReadOnlyList<float[]> scores, IReadOnlyList<int> truths, double logBeta)
    {
        double beta = Math.Exp(logBeta), loss = 0;
        for (int row = 0; row < scores.Count; row++)
        {
            double sum = 0, truth = scores[row][truths[row]];
            foreach (float score in scores[row])
                sum += Math.Exp(beta * (score - truth));
            loss += Math.Log(sum);
        }
        return loss / scores.Count;
    }
}
