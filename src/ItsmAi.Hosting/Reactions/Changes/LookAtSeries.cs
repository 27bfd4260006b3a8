using ItsmAi.Changes.Raising;
using ItsmAi.Connectors.Prometheus;
using ItsmAi.Desk.Signals;
using ItsmAi.Learning.Forecasting;
using ItsmAi.Learning.Series;

namespace ItsmAi.Hosting.Reactions.Changes;

/// <summary>Asks a watched series what it says of its limit now.</summary>
public static class LookAtSeries
{
    /// <summary>How far ahead a breach is looked for.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(7);

    /// <exception cref="HttpRequestException">The monitor cannot be asked now.</exception>
    public static async Task<Foreseen> Measured(
        WatchedSeries.Measured series, PrometheusQueries monitor, DateTimeOffset now, CancellationToken stop)
    {
        var answer = await monitor.QueryRange(series.Query, now - series.History, now, series.Step, stop);
        return answer switch
        {
            RangeAnswer.Points points => Of(series, points.All, now),
            RangeAnswer.Refused refused => new Foreseen.Blind(DayOf(now), $"query: {refused.Says}"),
            RangeAnswer.Unavailable away => throw new HttpRequestException(away.Says),
            _ => throw new InvalidOperationException("no such answer"),
        };
    }

    public static Foreseen Dated(WatchedSeries.Dated series, DateTimeOffset now) =>
        Of(ExactDate.Forecast(Since(now), Since(series.Ends), TimeSpan.FromDays(30)), "the date", now);

    /// <summary>A series that ended is not a series that holds: what is older than an hour, or three steps, says nothing of now.</summary>
    public static Foreseen Of(WatchedSeries.Measured series, IReadOnlyList<SignalPoint> points, DateTimeOffset now)
    {
        var forecaster = new BreachForecaster(new BreachLimit(series.Threshold, series.IsBelow));
        var last = default(SignalPoint?);
        foreach (var point in points)
            if (point.At <= now && forecaster.Add(new Sample(Since(point.At), point.Value))) last = point;
        if (last is not { } latest) return new Foreseen.Blind(DayOf(now), "nothing was measured");
        var patience = series.Step * 3 > TimeSpan.FromHours(1) ? series.Step * 3 : TimeSpan.FromHours(1);
        if (now - latest.At > patience) return new Foreseen.Blind(latest.At, $"the last value is of {WriteChangeText.Time(latest.At)}");
        return Of(forecaster.Forecast(Horizon), FormattableString.Invariant($"{latest.Value:0.##} {series.Unit}"), latest.At);
    }

    private static Foreseen Of(BreachForecast forecast, string value, DateTimeOffset at) => forecast switch
    {
        BreachForecast.BreachExpected one => new Foreseen.Fails(
            at, $"{value}; {one.Reason}", at.AddHours(one.Time.Median), at.AddHours(one.Time.Low),
            one.Time.High is { } high ? at.AddHours(high) : null, one.Probability),
        BreachForecast.NoBreachExpected one => new Foreseen.Holds(at, $"{value}; {one.Reason}"),
        BreachForecast.AlreadyBreached one => new Foreseen.Breached(at, $"{value}; {one.Reason}"),
        BreachForecast.NotEnoughData one => new Foreseen.Unknown(at, one.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(forecast), forecast, "no such forecast"),
    };

    private static DateTimeOffset DayOf(DateTimeOffset now) => new(now.UtcDateTime.Date, TimeSpan.Zero);

    private static TimeSpan Since(DateTimeOffset moment) => moment - DateTimeOffset.UnixEpoch;
}
