using System.Globalization;
using ItsmAi.Hosting.Files.Series;
using ItsmAi.Learning.Series;

namespace ItsmAi.Hosting.Commands.Signals;

/// <summary>What <c>detect</c> says when it is done.</summary>
internal sealed record DetectReport(SeriesFile Series, double Threshold, IReadOnlyList<Sample> Alarms, string Out)
{
    public void Write(TextWriter output, bool asJson)
    {
        if (asJson)
            JsonReport.Write(output, Json);
        else
            Plainly(output);
    }

    private void Plainly(TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Scored {Series.Rows.Count} rows, {Series.Missing} of them without a value; none was unusable. "
            + $"{Alarms.Count} reach {Threshold:0.###}; wrote {Out}."));
        foreach (Sample alarm in Alarms)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {SeriesTime.Write(alarm.Time)}  {alarm.Value}"));
    }

    private void Json(System.Text.Json.Utf8JsonWriter json)
    {
        json.WriteNumber("rows", Series.Rows.Count);
        json.WriteNumber("missing", Series.Missing);
        json.WriteNumber("threshold", Threshold);
        json.WriteStartArray("anomalies");
        foreach (Sample alarm in Alarms)
        {
            json.WriteStartObject();
            json.WriteString("at", SeriesTime.Write(alarm.Time));
            json.WriteNumber("value", alarm.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("out", Out);
    }
}
