using ItsmAi.Learning.Bytes;
using ItsmAi.Learning.Classification;
using ItsmAi.Learning.Evaluation;
using ItsmAi.Learning.Training;

namespace ItsmAi.Learning.Calibration;

/// <summary>What a model did on rows that its training did not see.</summary>
/// <param name="Accuracy">
/// Forced choice over the rows in scope; a label that training never saw counts as wrong.
/// </param>
/// <param name="MacroF1">The mean F1 of the labels.</param>
/// <param name="CalibrationError">The expected calibration error, 15 bins.</param>
/// <param name="Measured">The rows in scope that are answered at the measured limit.</param>
/// <param name="Vouched">The rows in scope that are answered at the limit that the interval vouches for.</param>
/// <param name="Rejected">The rows out of scope, and how many of them the measured limit rejects.</param>
public sealed record ValidationFigures(
    Accuracy Accuracy,
    double MacroF1,
    double CalibrationError,
    RiskCoverage Measured,
    RiskCoverage Vouched,
    Accuracy Rejected)
{
    /// <summary>The figures of predictions whose true labels are known.</summary>
    public static ValidationFigures Of(IReadOnlyList<(string Truth, Prediction Prediction)> rows)
    {
        var inScope = rows.Where(row => row.Truth != Example.OutOfScope).ToArray();
        var outside = rows.Where(row => row.Truth == Example.OutOfScope).ToArray();
        var matrix = new ConfusionMatrix();
        foreach ((string truth, Prediction prediction) in inScope)
            matrix.Add(truth, prediction.Label);
        JudgedRow[] judged = [.. inScope.Select(row => new JudgedRow(row.Prediction.Probability, IsRight(row)))];
        return new ValidationFigures(
            Accuracy.Of(judged),
            Evaluation.MacroF1.Of(matrix),
            Evaluation.CalibrationError.Of(judged),
            Covered(inScope, prediction => !prediction.Abstains),
            Covered(inScope, prediction => !prediction.AbstainsWithCaution),
            new Accuracy(outside.Count(row => row.Prediction.Abstains), outside.Length));
    }

    private static RiskCoverage Covered(
        (string Truth, Prediction Prediction)[] rows, Func<Prediction, bool> isAnswered) =>
        new(
            rows.Length,
            rows.Count(row => isAnswered(row.Prediction)),
            rows.Count(row => isAnswered(row.Prediction) && IsRight(row)));

    private static bool IsRight((string Truth, Prediction Prediction) row) =>
        string.Equals(row.Truth, row.Prediction.Label, StringComparison.Ordinal);

    internal void Write(ByteWriter writer)
    {
        Write(writer, Accuracy);
        writer.Fraction(MacroF1);
        writer.Fraction(CalibrationError);
        Write(writer, Measured);
        Write(writer, Vouched);
        Write(writer, Rejected);
    }

    internal static ValidationFigures Read(ref ByteReader reader) =>
        new(
            new Accuracy(reader.Number(), reader.Number()),
            reader.Fraction(),
            reader.Fraction(),
            new RiskCoverage(reader.Number(), reader.Number(), reader.Number()),
            new RiskCoverage(reader.Number(), reader.Number(), reader.Number()),
            new Accuracy(reader.Number(), reader.Number()));

    private static void Write(ByteWriter writer, Accuracy accuracy)
    {
        writer.Number(accuracy.Right);
        writer.Number(accuracy.Rows);
    }

    private static void Write(ByteWriter writer, RiskCoverage covered)
    {
        writer.Number(covered.Rows);
        writer.Number(covered.Covered);
        writer.Number(covered.CoveredRight);
    }
}
