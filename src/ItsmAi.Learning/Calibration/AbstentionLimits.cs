using System.Runtime.InteropServices;
using ItsmAi.Learning.Evaluation;

namespace ItsmAi.Learning.Calibration;

/// <summary>
/// The probabilities from which on the first label may be relied upon, by two rules; infinity means never.
/// </summary>
/// <param name="Measured">
/// The longest run of the surest held-out rows of which 95 % were right ends here. Optimistic where rows are few.
/// </param>
/// <param name="Vouched">
/// The same, asking the 95 % from the lower end of the share's interval: what a promise of 95 % should use.
/// </param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AbstentionLimits(double Measured, double Vouched)
{
    /// <summary>The share of right answers that both rules ask for.</summary>
    public const double Asked = 0.95;

    /// <summary>No probability is enough.</summary>
    public static AbstentionLimits Never => new(double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>The limits that held-out rows give.</summary>
    public static AbstentionLimits Of(IReadOnlyList<JudgedRow> rows) =>
        new(
            RiskCoverage.Threshold(rows, (right, seen) => (double)right / seen >= Asked),
            RiskCoverage.Threshold(rows, (right, seen) => WilsonInterval.Of(right, seen).Low >= Asked));
}
