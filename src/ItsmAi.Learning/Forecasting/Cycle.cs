namespace ItsmAi.Learning.Forecasting;

/// <summary>A rise that is cleared again and again: only tips that grow from one to the next come to the limit.</summary>
internal static class Cycle
{
    /// <summary>The times as the tips have them; null where there are none, or the present rise has gone past them.</summary>
    public static BreachTimes? Of(Clearances clearances, double upper, double noise, double now)
    {
        var tips = clearances.Tips;
        if (tips.Count == 0) return null;
        double height = Math.Max(tips[^1].Height - clearances.RiseFrom, 6 * noise);
        double usual = tips.Max(tip => tip.Height);
        if (tips.Count == 1)
        {
            return upper > tips[0].Height + (0.15 * height)
                ? null
                : BreachTimes.Never("it rises no higher than where it was cleared before");
        }

        var line = TheilSen.Fit([.. tips.Select(tip => (tip.At, tip.Height))], now);
        double period = TheilSen.Median([.. tips.Zip(tips.Skip(1), (a, b) => b.At - a.At)]);
        double growth = line.Slope * period;
        if (upper > usual + (0.15 * height) + Math.Max(0, growth)) return null;
        if (growth <= Math.Max(noise, 0.02 * height)) return BreachTimes.Never("it was cleared before at the same height");
        double rate = (height + growth) / period;
        double[] offsets = [-1.5 * noise, -noise, -0.5 * noise, 0, 0, 0.5 * noise, noise, 1.5 * noise];
        double[] times = [.. offsets.Select(offset => Crossing(line, tips[^1].At, period, (rate, offset), now)).Order()];
        return new BreachTimes(times, $"its tips, {period / 24:0.#} days apart, rise to the limit");
    }

    private static double Crossing(TheilSen line, double tipAt, double period, (double Rate, double Offset) rise, double now)
    {
        for (int next = 1; next < 400; next++)
        {
            double at = tipAt + (next * period);
            double height = line.Level + (line.Slope * (at - now)) + rise.Offset;
            if (height >= 0 && at > now) return Math.Max(0.25, at - Math.Min(height / rise.Rate, period) - now);
        }

        return double.PositiveInfinity;
    }
}
