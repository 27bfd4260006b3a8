using ItsmAi.Hosting.Files.Series;
using ItsmAi.Hosting.Pictures;
using ItsmAi.Learning.Forecasting;
using ItsmAi.Learning.Series;

namespace ItsmAi.Hosting.Commands.Signals;

/// <summary>The series, its limit, and where it is expected to meet it.</summary>
internal static class ForecastPicture
{
    public static SvgPlot Of(SeriesFile series, ForecastAsked asked, BreachForecast answer)
    {
        var plot = new SvgPlot($"{series.Name}: {answer.Reason}", "value")
        {
            Lines = [new PlottedLine("value", [.. series.Samples])],
            Threshold = asked.Limit.Threshold,
        };
        return answer is BreachForecast.BreachExpected { Time: var time }
            ? plot with
            {
                MarkerName = "expected breach: 10 %, 50 % and 90 %",
                Markers =
                [
                    .. new[] { time.Low, time.Median, time.High ?? double.NaN }.Where(double.IsFinite)
                        .Select(hours => new Sample(answer.AsOf + TimeSpan.FromHours(hours), asked.Limit.Threshold)),
                ],
            }
            : plot;
    }
}
