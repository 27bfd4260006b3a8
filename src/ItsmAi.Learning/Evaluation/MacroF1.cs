namespace ItsmAi.Learning.Evaluation;

/// <summary>
/// The unweighted mean of F1 = 2·right / (true + predicted) over every label that occurs among the true or the
/// predicted ones. In [0, 1]; 0 of no rows.
/// </summary>
public static class MacroF1
{
    /// <summary>The mean over the labels of a confusion matrix.</summary>
    public static double Of(ConfusionMatrix matrix) =>
        matrix.Labels.Count == 0 ? 0 : matrix.Labels.Average(label => F1(matrix, label));

    private static double F1(ConfusionMatrix matrix, string label) =>
        2.0 * matrix.Count(label, label) / (matrix.Truths(label) + matrix.Predictions(label));
}
