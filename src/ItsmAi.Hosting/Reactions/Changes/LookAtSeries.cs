using ItsmAi.Changes.Raising;
using ItsmAi.Connectors.Prometheus;
using ItsmAi.Desk.Signals;
using ItsmAi.Hosting.Reactions.Signals;
using ItsmAi.Learning.Forecasting;
using ItsmAi.Learning.Series;

namespace ItsmAi.Hosting.Reactions.Changes;

/// <summary>Asks a watched series what it says of its limit now.</summary>
public static class LookAtSeries
{
    /// <summary>How long a series has to be beyond its limit, and never within it, until the limit is doubted.</summary>
    private static readonly TimeSpan WrongSideFor = TimeSpan.FromDays(2);

    /// <summary>How far ahead a breach is looked for.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(7);

    /// <summary>Looks at what was pushed of it, and lets go what is older than its history.</summary>
    public static async Task<Foreseen> Pushed(WatchedSeries.Measured series, SignalBook book, DateTimeOffset now, CancellationToken stop)
    {
        var points = await book.Since(series.Name, now - series.History, stop);
        await book.Forget(series.Name, now - series.History, stop);
        return Of(series, points, now);
    }

    /// <exception cref="HttpRequestException">The monitor cannot be asked now.</exception>
    public static async Task<Foreseen> Measured(
        WatchedSeries.Measured series, PrometheusQueries monitor, DateTimeOffset now, CancellationToken stop)
    {
        var answer = await monitor.QueryRange(series.Query!, now - series.History, now, series.Step, stop);
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
        if (IsOnWrongSide(series, points, now))
        {
            return new Foreseen.Blind(
                latest.At,
                FormattableString.Invariant($"all that was measured lies at or beyond its limit of {series.Threshold} {series.Unit}; ")
                + "the limit stands on the wrong side, or nobody has seen to the breach")
            {
                Fault = FormattableString.Invariant($"limit-{series.Threshold}"),
            };
        }

        return Of(forecaster.Forecast(Horizon), FormattableString.Invariant($"{latest.Value:0.##} {series.Unit}"), latest.At);
    }

    /// <summary>
    /// Never within its limit for as long as it is known, and known for long: whoever wrote the limit meant the other side. A
    /// breach that has a beginning is a breach.
    /// </summary>
    private static bool IsOnWrongSide(WatchedSeries.Measured series, IReadOnlyList<SignalPoint> points, DateTimeOffset now)
    {
        var seen = points.Where(point => point.At <= now && double.IsFinite(point.Value)).ToList();
        return seen.Count > 0 && seen[^1].At - seen[0].At >= WrongSideFor
            && seen.TrueForAll(point => series.IsBelow ? point.Value <= series.Threshold : point.Value >= series.Threshold);
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
