namespace ItsmAi.Learning.Forecasting;

/// <summary>
/// Robust lines through the days' highs and through their lows. A breach is expected where both rise: a saw-tooth's ramp
/// lifts only one of them, a growing floor lifts both.
/// </summary>
internal static class BreachEnvelope
{
    // Slopes between pairs of days differ more than what is to come differs from their median.
    private const double SlopeShare = 0.35;
    private const int Longest = 7;
    private static readonly double[] Unknown = [-1.65, -0.67, 0, 0.67, 1.65];

    public static BreachTimes Times(IReadOnlyList<ValueRange> days, IReadOnlyList<ValueRange> hours, double noise, double now)
    {
        if (days.Count < 2) return BreachTimes.Never("too little was seen since it began or changed its level");
        int span = Span(days);
        var upper = Line(days, 0, span, now);
        var lower = TheilSen.Fit([.. days.Take(span).Select(day => (day.LowerAt, day.Lower))], now);
        double rise = upper.Slope * 24 * (span - 1);
        if (upper.Slope <= 0 || lower.Slope <= 0 || rise <= 2 * upper.Spread || rise <= noise)
            return BreachTimes.Never("its highs and its lows do not both rise");

        if (HasStopped(days, upper.Slope)) return BreachTimes.Never("it has risen, and stopped");
        double slope = Slope(days, upper.Slope, lower.Slope);
        double level = days[0].Upper + (slope * (now - days[0].UpperAt));
        double middle = TheilSen.Median([.. upper.Residuals]);
        var profile = DayProfile.Of(hours, slope, now);
        List<double> times = [];
        foreach (double pair in upper.Slopes)
        {
            double drawn = slope + (SlopeShare * (pair - upper.Slope));
            foreach (double residual in upper.Residuals)
                times.AddRange(Spread(Crossing(level, residual - middle, drawn, profile)));
        }

        times.Sort();
        return new BreachTimes(times, $"its highs and its lows both rise, the highs by {slope * 24:G3} a day");
    }

    private static double Crossing(double level, double offset, double slope, DayProfile? profile)
    {
        if (slope <= 0) return double.PositiveInfinity;
        double line = Math.Max(0.25, -(level + offset) / slope);
        return profile?.Crossing(line, slope, offset) ?? line;
    }

    // What no line knows of the days to come, as back-tests on simulated series have it.
    private static IEnumerable<double> Spread(double hours) =>
        Unknown.Select(unknown => Math.Max(0.25, (hours * (1 + (0.22 * unknown))) + (1.5 * unknown)));

    private static bool HasStopped(IReadOnlyList<ValueRange> days, double slope) => days.Count > 2
        && days[0].Upper - days[1].Upper < 0.25 * 24 * slope && days[0].Lower - days[1].Lower < 0.25 * 24 * slope;

    /// <summary>The lines' slope, and more of the last day's where that is steeper or the days have been speeding up.</summary>
    private static double Slope(IReadOnlyList<ValueRange> days, double upper, double lower)
    {
        double slope = lower < 0.5 * upper ? (upper + lower) / 2 : upper;
        if (days.Count < 3) return slope;
        double high = days[0].Upper - days[1].Upper;
        double low = days[0].Lower - days[1].Lower;
        double before = days[1].Upper - days[2].Upper;
        if (days.Count > 4 && before > 0 && high > before && before > days[2].Upper - days[3].Upper
            && low > days[1].Lower - days[2].Lower && days[1].Lower - days[2].Lower > days[2].Lower - days[3].Lower)
        {
            return Math.Max(slope, high / 24 * Math.Sqrt(Math.Min(high / before, 2)));
        }

        double lately = Math.Min(high, low) / 24;
        return lately > slope ? slope + (0.5 * (lately - slope)) : slope;
    }

    /// <summary>How many days the line rests on: fewer where they would have told the last two days much better.</summary>
    private static int Span(IReadOnlyList<ValueRange> days)
    {
        int best = Math.Min(Longest, days.Count);
        double least = Missed(days, Math.Min(Longest, days.Count - 2));
        foreach (int span in new[] { 4, 3 })
        {
            if (span + 2 > days.Count || span >= best) continue;
            double missed = Missed(days, span);
            if (missed < 0.6 * least) (best, least) = (span, missed);
        }

        return best;
    }

    private static double Missed(IReadOnlyList<ValueRange> days, int span) => span < 2
        ? double.PositiveInfinity
        : Enumerable.Range(0, 2).Sum(day =>
            Math.Abs(days[day].Upper - Line(days, day + 1, span, days[day].UpperAt).Level));

    private static TheilSen Line(IReadOnlyList<ValueRange> days, int from, int span, double now) =>
        TheilSen.Fit([.. days.Skip(from).Take(span).Select(day => (day.UpperAt, day.Upper))], now);
}
