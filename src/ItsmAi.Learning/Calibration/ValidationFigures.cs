using ItsmAi.Learning.Bytes;
using ItsmAi.Learning.Evaluation;

namespace ItsmAi.Learning.Calibration;

/// <summary>
/// What a model did on rows that training did not see. Out-of-scope rows count among those covered, as wrong, and
/// nowhere else; a label that training never saw counts as wrong.
/// </summary>
/// <param name="Accuracy">Forced choice over the rows in scope.</param>
/// <param name="MacroF1">The mean F1 of the labels.</param>
/// <param name="CalibrationError">The expected calibration error, 15 bins.</param>
/// <param name="Measured">Rows answered at the measured limit.</param>
/// <param name="Vouched">Rows answered at the limit that the interval vouches for.</param>
public sealed record ValidationFigures(
    Accuracy Accuracy, double MacroF1, double CalibrationError, RiskCoverage Measured, RiskCoverage Vouched)
{
    internal void Write(ByteWriter writer)
    {
        writer.Number(Accuracy.Right);
        writer.Number(Accuracy.Rows);
        writer.Fraction(MacroF1);
        writer.Fraction(CalibrationError);
        Write(writer, Measured);
        Write(writer, Vouched);
    }

    internal static ValidationFigures Read(ref ByteReader reader) =>
        new(
            new Accuracy(reader.Number(), reader.Number()),
            reader.Fraction(),
            reader.Fraction(),
            new RiskCoverage(reader.Number(), reader.Number(), reader.Number()),
            new RiskCoverage(reader.Number(), reader.Number(), reader.Number()));

    private static void Write(ByteWriter writer, RiskCoverage covered)
    {
        writer.Number(covered.Rows);
        writer.Number(covered.Covered);
        writer.Number(covered.CoveredRight);
    }
}
