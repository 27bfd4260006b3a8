using System.Text.Json;
using ItsmAi.Learning.Calibration;
using ItsmAi.Learning.Evaluation;

namespace ItsmAi.Hosting.Commands;

/// <summary>
/// Prints a model's figures, each with what it was counted on and its 95 % interval, for people or as JSON.
/// </summary>
internal static class FiguresReport
{
    /// <summary>A few lines for one output.</summary>
    public static void Print(TextWriter output, string name, AbstentionLimits limits, ValidationFigures figures)
    {
        output.WriteLine($"{name}");
        output.WriteLine($"  accuracy           {Share(figures.Accuracy)}");
        output.WriteLine($"  macro-F1           {figures.MacroF1:F3} (n = {figures.Accuracy.Rows})");
        output.WriteLine($"  calibration error  {figures.CalibrationError:F3} (n = {figures.Accuracy.Rows}, 15 bins)");
        Print(output, "measured", limits.Measured, figures.Measured);
        Print(output, "vouched", limits.Vouched, figures.Vouched);
        if (figures.Rejected.Rows > 0)
            output.WriteLine($"  out of scope       rejected {Share(figures.Rejected)}");
    }

    /// <summary>The same as a JSON object under the output's name.</summary>
    public static void Write(
        Utf8JsonWriter json, string name, AbstentionLimits limits, ValidationFigures figures)
    {
        json.WriteStartObject(name);
        Write(json, "accuracy", figures.Accuracy);
        json.WriteNumber("macro_f1", Rounded(figures.MacroF1));
        json.WriteNumber("calibration_error", Rounded(figures.CalibrationError));
        Write(json, "measured", limits.Measured, figures.Measured);
        Write(json, "vouched", limits.Vouched, figures.Vouched);
        if (figures.Rejected.Rows > 0)
            Write(json, "out_of_scope_rejected", figures.Rejected);
        json.WriteEndObject();
    }

    private static void Print(TextWriter output, string rule, double limit, RiskCoverage covered)
    {
        if (double.IsInfinity(limit))
        {
            output.WriteLine($"  {rule,-18} never sure enough to answer: no limit gives {AbstentionLimits.Asked:P0}");
            return;
        }
        output.WriteLine(
            $"  {rule,-18} answers {Share(new Accuracy(covered.Covered, covered.Rows))} from {limit:F3} on, "
            + $"right {Share(new Accuracy(covered.CoveredRight, covered.Covered))}");
    }

    private static void Write(Utf8JsonWriter json, string rule, double limit, RiskCoverage covered)
    {
        json.WriteStartObject(rule);
        if (double.IsInfinity(limit))
            json.WriteNull("threshold");
        else
            json.WriteNumber("threshold", Rounded(limit));
        Write(json, "coverage", new Accuracy(covered.Covered, covered.Rows));
        Write(json, "accuracy", new Accuracy(covered.CoveredRight, covered.Covered));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Accuracy share)
    {
        json.WriteStartObject(name);
        json.WriteNumber("share", Rounded(share.Share));
        json.WriteNumber("n", share.Rows);
        json.WriteNumber("low", Rounded(share.Interval.Low));
        json.WriteNumber("high", Rounded(share.Interval.High));
        json.WriteEndObject();
    }

    private static double Rounded(double value) => Math.Round(value, 6);

    private static string Share(Accuracy share) =>
        $"{share.Share:F3} (n = {share.Rows}, 95 % interval {share.Interval.Low:F3} to {share.Interval.High:F3})";
}
