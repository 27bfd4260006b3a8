using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Evaluation;

/// <summary>
/// The 95 % score interval of Wilson (1927) for a proportion: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
/// Both ends lie in [0, 1]; with no trials nothing is known, so the interval is [0, 1].
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WilsonInterval(double Low, double High)
{
    // The 97.5 % quantile of the normal distribution.
    private const double Z = 1.959963984540054;

    /// <summary>The interval of a proportion seen as so many successes in so many trials.</summary>
    public static WilsonInterval Of(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, successes);
        if (trials == 0)
            return new WilsonInterval(0, 1);
        double share = (double)successes / trials;
        double spread = Z * Z / trials;
        double centre = share + (spread / 2);
        double reach = Z * Math.Sqrt((share * (1 - share) / trials) + (spread / (4 * trials)));
        double low = successes == 0 ? 0 : (centre - reach) / (1 + spread);
        double high = successes == trials ? 1 : (centre + reach) / (1 + spread);
        return new WilsonInterval(low, high);
    }

    /// <summary>True where the value lies in the interval, its ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;
}
