namespace ItsmAi.Hosting.Pictures;

/// <summary>Where a number lies on an axis, and the round numbers at which the axis is marked.</summary>
internal sealed record PlotScale(double Low, double High, double From, double To)
{
    /// <summary>An axis over all of the numbers that are finite, of some length even when they are all the same.</summary>
    public static PlotScale Over(IEnumerable<double> numbers, double from, double to)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double number in numbers.Where(double.IsFinite))
        {
            low = Math.Min(low, number);
            high = Math.Max(high, number);
        }
        if (low > high)
            return new PlotScale(0, 1, from, to);
        double margin = high > low ? 0 : Math.Max(Math.Abs(high) * 0.1, 1e-9);
        return new PlotScale(low - margin, high + margin, from, to);
    }

    public double At(double number) => From + ((number - Low) / (High - Low) * (To - From));

    /// <summary>Round numbers, at most about <paramref name="count"/>, in steps of 1, 2 or 5 times a power of ten.</summary>
    public IEnumerable<double> Marks(int count)
    {
        double rough = (High - Low) / count;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        for (double at = Math.Ceiling(Low / step); at * step <= High; at++)
            yield return at * step;
    }

    /// <summary>Times in steps that a clock or a calendar has; the numbers are seconds.</summary>
    public IEnumerable<double> TimeMarks(int count)
    {
        double[] steps =
        [
            1, 5, 15, 60, 300, 900, 3600, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 1_209_600, 2_592_000, 7_776_000,
            31_536_000,
        ];
        double rough = (High - Low) / count;
        double step = Array.Find(steps, candidate => candidate >= rough);
        if (step <= 0)
            step = Math.Ceiling(rough / steps[^1]) * steps[^1];
        for (double at = Math.Ceiling(Low / step); at * step <= High; at++)
            yield return at * step;
    }
}
