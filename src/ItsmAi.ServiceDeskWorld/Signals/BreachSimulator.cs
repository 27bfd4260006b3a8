using ItsmAi.Learning.Series;

namespace ItsmAi.ServiceDeskWorld.Signals;

/// <summary>Twenty-eight days of a measure in percent, in rows of five minutes, of which is known whether it breaches and when.</summary>
public static class BreachSimulator
{
    private const int Rows = 28 * 288;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    // A Monday, so that weekends lie where the families put them.
    private static readonly TimeSpan Start = TimeSpan.FromDays(20_458);

    /// <summary>The series of a family that a seed stands for.</summary>
    public static SimulatedSignal Of(SignalFamily family, int seed)
    {
        var random = Draw.For(seed, family.ToString(), 0);
        var level = SignalLevel.Of(family, random);
        bool isExact = family == SignalFamily.Cert;
        double noise = isExact ? 0 : random.Between(0.05, 0.8);
        var samples = new Sample[Rows];
        int spike = 0;
        for (int row = 0; row < Rows; row++)
        {
            if (row % 288 == 0) spike = row + random.Next(288);
            double value = level(row / 288.0) + (noise * random.Normal()) + (row == spike && !isExact ? 3 * random.Normal() : 0);
            samples[row] = new Sample(Start + (row * Step), random.Chance(0.005) ? double.NaN : Math.Clamp(value, 0, 100));
        }

        double threshold = isExact ? 0 : 100;
        return new SimulatedSignal(family, samples, threshold, isExact, Breach(samples, threshold, isExact));
    }

    private static TimeSpan? Breach(Sample[] samples, double threshold, bool isBelow)
    {
        Sample[] present = [.. samples.Where(sample => !sample.IsMissing)];
        for (int at = 2; at < present.Length; at++)
        {
            if (present[(at - 2)..(at + 1)].All(one => isBelow ? one.Value <= threshold : one.Value >= threshold))
                return present[at - 2].Time;
        }

        return null;
    }
}
