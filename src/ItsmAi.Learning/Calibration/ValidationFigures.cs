using ItsmAi.Learning.Bytes;
using ItsmAi.Learning.Classification;
using ItsmAi.Learning.Evaluation;
using ItsmAi.Learning.Training;

namespace ItsmAi.Learning.Calibration;

/// <summary>What a model did on rows that its training did not see.</summary>
/// <param name="Accuracy">Forced choice over the rows in scope; a label that training never saw counts as wrong.</param>
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
        var matrix = new ConfusionMatrix();
        var judged = new List<JudgedRow>();
        (int measured, int measuredRight, int vouched, int vouchedRight, int outside, int rejected) = (0, 0, 0, 0, 0, 0);
        foreach ((string truth, Prediction prediction) in rows)
        {
            if (truth == Example.OutOfScope)
            {
                outside++;
                rejected += prediction.Abstains ? 1 : 0;
                continue;
            }
            bool right = string.Equals(truth, prediction.Label, StringComparison.Ordinal);
            matrix.Add(truth, prediction.Label);
            judged.Add(new JudgedRow(prediction.Probability, right));
            measured += prediction.Abstains ? 0 : 1;
            measuredRight += right && !prediction.Abstains ? 1 : 0;
            vouched += prediction.AbstainsWithCaution ? 0 : 1;
            vouchedRight += right && !prediction.AbstainsWithCaution ? 1 : 0;
        }
        return new ValidationFigures(
            Accuracy.Of(judged),
            Evaluation.MacroF1.Of(matrix),
            Evaluation.CalibrationError.Of(judged),
            new RiskCoverage(judged.Count, measured, measuredRight),
            new RiskCoverage(judged.Count, vouched, vouchedRight),
            new Accuracy(rejected, outside));
    }

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
