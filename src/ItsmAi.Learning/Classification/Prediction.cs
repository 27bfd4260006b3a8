using ItsmAi.Learning.Calibration;

namespace ItsmAi.Learning.Classification;

/// <summary>
/// The labels of one text, the most probable first (equal ones in ordinal order), their probabilities summing to 1.
/// </summary>
/// <param name="Ranked">Every label of the closed set; never empty.</param>
/// <param name="IsFamiliar">
/// False where the text shares nothing with the texts learned from: the probabilities are then the labels' shares.
/// </param>
/// <param name="Limits">From which probability on the first label was right often enough on held-out rows.</param>
public sealed record Prediction(IReadOnlyList<LabelProbability> Ranked, bool IsFamiliar, AbstentionLimits Limits)
{
    /// <summary>The most probable label, named also where the prediction abstains.</summary>
    public string Label => Ranked[0].Label;

    /// <summary>The probability of the most probable label.</summary>
    public double Probability => Ranked[0].Probability;

    /// <summary>True where the text is unfamiliar or the probability lies below the measured limit.</summary>
    public bool Abstains => !IsFamiliar || Probability < Limits.Measured;

    /// <summary>
    /// True where the text is unfamiliar or the probability lies below the limit that the interval vouches for.
    /// </summary>
    public bool AbstainsWithCaution => !IsFamiliar || Probability < Limits.Vouched;

    /// <summary>The probability of a label; 0 for one that is not in the set.</summary>
    public double Of(string label)
    {
        foreach (LabelProbability ranked in Ranked)
            if (string.Equals(ranked.Label, label, StringComparison.Ordinal))
                return ranked.Probability;
        return 0;
    }
}
