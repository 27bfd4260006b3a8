using ItsmAi.Learning.Series;

namespace ItsmAi.Learning.Forecasting;

/// <summary>
/// When a series will breach its limit, sample by sample: an envelope of robust lines through the days' highs and lows,
/// with memory of clearances and steps. Missing, repeated and late samples are passed over.
/// </summary>
public sealed class BreachForecaster(BreachLimit limit)
{
    private const double LeastHours = 24;
    private readonly HourlyRanges _ranges = new();
    private readonly Clearances _clearances = new();
    private readonly Countdown _countdown = new();
    private TimeSpan? _first;
    private TimeSpan _last;
    private long _hour = long.MinValue;

    /// <summary>Takes the next sample; false where it is missing, repeated or late.</summary>
    public bool Add(Sample sample)
    {
        if (sample.IsMissing || (_first is not null && sample.Time <= _last)) return false;
        _first ??= sample.Time;
        _last = sample.Time;
        double hours = sample.Time.TotalHours;
        double beyond = limit.Beyond(sample.Value);
        _ranges.Add(hours, beyond);
        _countdown.Add(hours, beyond);
        long hour = (long)Math.Floor(hours);
        if (hour != _hour && _ranges.Hours.Count > 6) _clearances.Look(_ranges.Hours, _ranges.Noise(48));
        _hour = hour;
        return true;
    }

    /// <summary>What is expected within the horizon, as seen at the last sample.</summary>
    public BreachForecast Forecast(TimeSpan horizon)
    {
        if (_ranges.Hours.Count > 0 && _ranges.Held >= 0)
            return new BreachForecast.AlreadyBreached(_last, "the last three samples are at or beyond the threshold");
        return Times() is { } times
            ? times.For(_last, horizon.TotalHours)
            : new BreachForecast.NotEnoughData(_last, "fewer than 24 hours of samples were seen");
    }

    /// <summary>The times to breach for every horizon; null while less than a day was seen.</summary>
    public BreachTimes? Times()
    {
        double now = _last.TotalHours;
        if (_first is not { } first || now - first.TotalHours < LeastHours || _ranges.Hours.Count < 18) return null;
        if (_countdown.HoursLeft(now) is { } left)
            return BreachTimes.Exactly(left, $"it takes the same step every time and is there in {left:0.#} hours");
        double noise = _ranges.Noise(168);
        if (Cycle.Of(_clearances, _ranges.Hours[^1].Upper, noise, now) is { } cycle) return cycle;
        long since = Math.Max(_ranges.Hours[^1].Hour - 240, _clearances.Tips.Count > 0 ? _clearances.Since : long.MinValue);
        return BreachEnvelope.Times(_ranges.Days(LevelShift.Since(_ranges.Hours, since, noise), 9), _ranges.Hours, noise, now);
    }
}
