using ItsmAi.Learning.Evaluation;

namespace ItsmAi.Governance.Outcomes;

/// <summary>How many of how many turned out right, with the 95 % interval of Wilson.</summary>
/// <param name="Lower">The interval's lower end, 0 to 1; 0 where nothing was measured.</param>
/// <param name="Upper">The interval's upper end, 0 to 1; 1 where nothing was measured.</param>
public sealed record MeasuredShare(int Right, int Of, double Lower, double Upper)
{
    /// <exception cref="ArgumentOutOfRangeException">More are right than there are, or less than none.</exception>
    public static MeasuredShare Count(int right, int of)
    {
        var interval = WilsonInterval.Of(right, of);
        return new MeasuredShare(right, of, interval.Low, interval.High);
    }

    public override string ToString() =>
        Of == 0 ? "not measurable (n 0)" : $"{Right} of {Of} right ({Lower:0.000} to {Upper:0.000})";
}
