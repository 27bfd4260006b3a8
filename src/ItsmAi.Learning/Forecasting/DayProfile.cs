namespace ItsmAi.Learning.Forecasting;

/// <summary>
/// The last day's hours as the shape of the days to come, where they repeat the day before better than a line tells them.
/// </summary>
internal sealed record DayProfile(double[] Hours, double Now)
{
    public static DayProfile? Of(IReadOnlyList<ValueRange> hours, double slope, double now)
    {
        long last = hours[^1].Hour;
        double[] recent = new double[48];
        Array.Fill(recent, double.NaN);
        for (int at = hours.Count - 2; at >= 0 && last - hours[at].Hour <= 48; at--)
            recent[48 - (int)(last - hours[at].Hour)] = hours[at].Upper;
        if (recent.Any(double.IsNaN)) return null;
        double middle = recent.Select((value, at) => value - (slope * at)).Average();
        double ofLine = TheilSen.Median([.. recent.Select((value, at) => Math.Abs(value - middle - (slope * at)))]);
        double ofDay = TheilSen.Median([.. Enumerable.Range(24, 24).Select(at => Math.Abs(recent[at] - recent[at - 24] - (24 * slope)))]);
        return ofDay < 0.5 * ofLine ? new DayProfile(recent[24..], now) : null;
    }

    /// <summary>The first hour whose shape, lifted by the days' growth, is at the limit; it lies about where the line's is.</summary>
    public double Crossing(double line, double slope, double offset)
    {
        if (line > 24 * 400) return line;
        int from = Math.Max(1, (int)line - 26);
        for (int ahead = from; ahead < from + 80; ahead++)
        {
            int days = ((ahead - 1) / 24) + 1;
            if (Hours[(ahead - 1) % 24] + (24 * days * slope) + offset >= 0) return ahead - 0.5;
        }

        return line;
    }
}
