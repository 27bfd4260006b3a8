using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using ItsmAi.Connectors.Json;
using ItsmAi.Desk.Signals;

namespace ItsmAi.Connectors.Prometheus;

/// <summary>
/// Asks a Prometheus for a series over time (HTTP API v1, <c>query_range</c>). It answers at most 11,000 points at once, so a
/// longer time is asked for in pages.
/// </summary>
/// <param name="token">The Bearer token; null where none is asked for.</param>
public sealed class PrometheusQueries(HttpClient http, Uri url, string? token)
{
    private const int MostPoints = 10_000;

    public async Task<RangeAnswer> QueryRange(string query, DateTimeOffset from, DateTimeOffset to, TimeSpan step, CancellationToken stop)
    {
        var all = new List<SignalPoint>();
        for (var at = from; at <= to; at += step * MostPoints)
        {
            var end = at + (step * (MostPoints - 1));
            var answer = await Page(query, at, end < to ? end : to, step, stop);
            if (answer is not RangeAnswer.Points page) return answer;
            all.AddRange(page.All);
        }

        return new RangeAnswer.Points(all);
    }

    private async Task<RangeAnswer> Page(string query, DateTimeOffset from, DateTimeOffset to, TimeSpan step, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{url.AbsoluteUri.TrimEnd('/')}/api/v1/query_range"));
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["query"] = query, ["start"] = Seconds(from), ["end"] = Seconds(to),
            ["step"] = step.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        });
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.SendAsync(request, stop);
            var bytes = await response.Content.ReadAsByteArrayAsync(stop);
            if ((int)response.StatusCode is 429 or >= 500) return new RangeAnswer.Unavailable($"it answers {(int)response.StatusCode}");
            using var document = JsonDocument.Parse(bytes);
            return response.IsSuccessStatusCode
                ? Read(document.RootElement)
                : new RangeAnswer.Refused($"{(int)response.StatusCode}: {document.RootElement.Text("error") ?? "no reason given"}");
        }
        catch (JsonException)
        {
            return new RangeAnswer.Refused("what answers is no Prometheus: it sends no JSON");
        }
        catch (HttpRequestException error)
        {
            return new RangeAnswer.Unavailable(error.Message);
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            return new RangeAnswer.Unavailable("it does not answer in time");
        }
    }

    private static RangeAnswer Read(JsonElement root)
    {
        if (root.Property("data")?.Property("result") is not { ValueKind: JsonValueKind.Array } result)
            return new RangeAnswer.Refused("data.result: it is missing; a matrix is expected");
        if (result.GetArrayLength() > 1)
        {
            return new RangeAnswer.Refused(
                $"the query names {result.GetArrayLength()} series; it has to name one, as with sum() or by its labels");
        }

        if (result.GetArrayLength() == 0) return new RangeAnswer.Points([]);
        if (result[0].Property("values") is not { ValueKind: JsonValueKind.Array } values)
            return new RangeAnswer.Refused("data.result[0].values: it is missing; a matrix is expected");
        var points = new List<SignalPoint>(values.GetArrayLength());
        foreach (var pair in values.EnumerateArray())
        {
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2) continue;
            if (pair[0].ValueKind != JsonValueKind.Number || !pair[0].TryGetDouble(out var seconds)) continue;
            var at = DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds * 1000));
            points.Add(new SignalPoint(at, Value(pair[1])));
        }

        return new RangeAnswer.Points(points);
    }

    /// <summary>Values are texts; what is no finite number is missing.</summary>
    private static double Value(JsonElement text) =>
        text.ValueKind == JsonValueKind.String
        && double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : double.NaN;

    private static string Seconds(DateTimeOffset moment) =>
        (moment.ToUnixTimeMilliseconds() / 1000.0).ToString("0.###", CultureInfo.InvariantCulture);
}
