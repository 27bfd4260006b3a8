using System.Text;
using System.Text.Json;
using ItsmAi.Hosting.Files.Series;
using ItsmAi.Learning.Forecasting;

namespace ItsmAi.Hosting.Commands.Signals;

/// <summary>A forecast as one JSON object, or in words.</summary>
internal static class ForecastReport
{
    public static void Write(TextWriter output, ForecastAsked asked, BreachForecast answer)
    {
        if (asked.AsJson) JsonReport.Write(output, json => Members(json, asked, answer));
        else WriteLine(output, asked, answer);
    }

    /// <summary>One line: the object, or a sentence.</summary>
    public static void WriteLine(TextWriter output, ForecastAsked asked, BreachForecast answer)
    {
        if (!asked.AsJson)
        {
            string verdict = $"{SeriesTime.Write(answer.AsOf)} {Verdict(answer)}, probability {answer.Probability:0.00}";
            output.WriteLine($"{verdict}{InWords(answer)}: {answer.Reason}.");
            return;
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            Members(json, asked, answer);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static void Members(Utf8JsonWriter json, ForecastAsked asked, BreachForecast answer)
    {
        json.WriteString("asOf", SeriesTime.Write(answer.AsOf));
        json.WriteNumber("threshold", asked.Limit.Threshold);
        json.WriteString("direction", asked.Limit.IsBelow ? "below" : "above");
        json.WriteNumber("horizonHours", asked.Horizon.TotalHours);
        json.WriteString("verdict", Verdict(answer));
        json.WriteNumber("breachProbability", Math.Round(answer.Probability, 4));
        if (answer is BreachForecast.BreachExpected { Time: var time })
        {
            json.WriteStartObject("timeToBreachHours");
            json.WriteNumber("median", Math.Round(time.Median, 2));
            json.WriteNumber("low", Math.Round(time.Low, 2));
            if (time.High is { } high) json.WriteNumber("high", Math.Round(high, 2));
            else json.WriteNull("high");
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("timeToBreachHours");
        }

        json.WriteString("reason", answer.Reason);
    }

    private static string Verdict(BreachForecast answer) => answer switch
    {
        BreachForecast.BreachExpected => "breachExpected",
        BreachForecast.NoBreachExpected => "noBreachExpected",
        BreachForecast.AlreadyBreached => "alreadyBreached",
        BreachForecast.NotEnoughData => "notEnoughData",
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    private static string InWords(BreachForecast answer) => answer is BreachForecast.BreachExpected { Time: var time }
        ? $", in {time.Median:0.#} h ({time.Low:0.#} to {(time.High is { } high ? $"{high:0.#}" : "never")})"
        : "";
}
