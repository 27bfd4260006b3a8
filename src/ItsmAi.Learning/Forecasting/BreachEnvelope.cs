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

    public static BreachTimes Times(IReadOnlyList<ValueRange> days, double noise, double now)
    {
        if (days.Count < 2) return BreachTimes.Never("too little was seen since it began or changed its level");
        int span = Span(days);
        var upper = Line(days, 0, span, now);
        var lower = TheilSen.Fit([.. days.Take(span).Select(day => (day.LowerAt, day.Lower))], now);
        double rise = upper.Slope * 24 * (span - 1);
        if (upper.Slope <= 0 || lower.Slope <= 0 || rise <= 2 * upper.Spread || rise <= noise)
            return BreachTimes.Never("its highs and its lows do not both rise");

        double slope = upper.Slope;
        if (lower.Slope < 0.5 * slope) slope = (slope + lower.Slope) / 2;
        if (days.Count > 2)
        {
            double lately = (days[0].Upper - days[1].Upper) / 24;
            double lowLately = (days[0].Lower - days[1].Lower) / 24;
            if (lately > slope && lowLately > slope) slope += 0.5 * (Math.Min(lately, lowLately) - slope);
        }

        List<double> times = [];
        foreach (double pair in upper.Slopes)
        {
            double drawn = slope + (SlopeShare * (pair - upper.Slope));
            foreach (double residual in upper.Residuals)
                times.Add(drawn <= 0 ? double.PositiveInfinity : Math.Max(0.25, -(upper.Level + residual) / drawn));
        }

        times.Sort();
        return new BreachTimes(times, $"its highs and its lows both rise, the highs by {slope * 24:G3} a day");
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
