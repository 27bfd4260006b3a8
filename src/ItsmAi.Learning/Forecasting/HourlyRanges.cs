namespace ItsmAi.Learning.Forecasting;

/// <summary>
/// What three samples in a row kept to, hour by hour: the very thing that a breach is made of, and no lone spike moves it.
/// </summary>
internal sealed class HourlyRanges
{
    private const int Kept = 28 * 24;
    private readonly List<ValueRange> _hours = [];
    private double _before = double.NaN;
    private double _last = double.NaN;

    public IReadOnlyList<ValueRange> Hours => _hours;

    /// <summary>The lowest of the last three values.</summary>
    public double Held { get; private set; } = double.NegativeInfinity;

    public void Add(double hours, double value)
    {
        if (!double.IsNaN(_before))
        {
            Held = Math.Min(value, Math.Min(_last, _before));
            var range = new ValueRange((long)Math.Floor(hours), Held, hours, Math.Max(value, Math.Max(_last, _before)), hours);
            if (_hours.Count > 0 && _hours[^1].Hour == range.Hour)
                _hours[^1] = _hours[^1].And(range);
            else
                _hours.Add(range);
            if (_hours.Count > Kept) _hours.RemoveAt(0);
        }

        (_before, _last) = (_last, value);
    }

    /// <summary>The days that end now, the latest first, as far back as the hour given.</summary>
    public List<ValueRange> Days(long since, int most)
    {
        List<ValueRange> days = [];
        long now = _hours[^1].Hour;
        int seen = 0;
        for (int at = _hours.Count - 1; at >= 0 && _hours[at].Hour >= since; at--)
        {
            int day = (int)((now - _hours[at].Hour) / 24);
            if (day >= most) break;
            if (day >= days.Count || days.Count == 0)
            {
                if (days.Count > 0 && seen < 12) days.RemoveAt(days.Count - 1);
                days.Add(_hours[at]);
                seen = 0;
                if (day > days.Count - 1) break;
            }
            else
            {
                days[^1] = days[^1].And(_hours[at]);
            }

            seen++;
        }

        if (days.Count > 0 && seen < 18) days.RemoveAt(days.Count - 1);
        return days;
    }

    /// <summary>What an hour's range is usually: noise, and a clean trend's rise, which is small beside a day's.</summary>
    public double Noise(int hours) =>
        TheilSen.Median([.. _hours.Skip(Math.Max(0, _hours.Count - hours)).Select(hour => Math.Abs(hour.Upper - hour.Lower))]);
}
