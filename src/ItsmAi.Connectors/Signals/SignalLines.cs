using System.Globalization;
using System.Text;
using System.Text.Json;
using ItsmAi.Connectors.Json;
using ItsmAi.Desk.Signals;

namespace ItsmAi.Connectors.Signals;

/// <summary>
/// Reads measurements that are pushed as JSON Lines, such as
/// <c>{"series":"disk-srv-9","at":"2026-03-01T12:00:00Z","value":41.5,"unit":"percent"}</c>. Each line is taken by itself:
/// what is wrong with one is said, and the rest goes on.
/// </summary>
public static class SignalLines
{
    /// <summary>A sender's clock may be ahead by so much.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    public static (IReadOnlyList<PushedPoint> Points, IReadOnlyList<SignalFault> Faults) Read(
        ReadOnlySpan<byte> body, IReadOnlyDictionary<string, WatchedSeries.Measured> known, DateTimeOffset now)
    {
        var points = new List<PushedPoint>();
        var faults = new List<SignalFault>();
        var line = 0;
        foreach (var range in body.Split((byte)'\n'))
        {
            line++;
            var text = body[range].Trim(" \t\r"u8);
            if (text.IsEmpty) continue;
            switch (Line(line, text, known, now))
            {
                case (PushedPoint point, _):
                    points.Add(point);
                    break;
                case (_, SignalFault fault):
                    faults.Add(fault);
                    break;
            }
        }

        return (points, faults);
    }

    private static (PushedPoint? Point, SignalFault? Fault) Line(
        int line, ReadOnlySpan<byte> text, IReadOnlyDictionary<string, WatchedSeries.Measured> known, DateTimeOffset now)
    {
        SignalFault Wrong(string field, string? value, string accepted) =>
            new(line, $"{field}: {(value is null ? "it is missing" : $"\"{Short(value)}\" is not accepted")}; use {accepted}");
        try
        {
            var reader = new Utf8JsonReader(text);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            if (reader.BytesConsumed < text.Length || root.ValueKind != JsonValueKind.Object)
                return (null, new SignalFault(line, "one JSON object is expected on each line"));
            var name = root.Text("series");
            if (name is null || !known.TryGetValue(name, out var series))
                return (null, Wrong("series", name, "the name of a series of the registry that has no query"));
            if (root.Text("unit") is { } unit && unit != series.Unit)
                return (null, Wrong("unit", unit, $"{series.Unit}, which the registry says") with { OtherUnit = series });
            if (root.Time("at") is not { } at)
                return (null, Wrong("at", root.Text("at"), "a time such as 2026-03-01T12:00:00Z"));
            if (at > now + Ahead) return (null, Wrong("at", root.Text("at"), $"a time that is not ahead of {now:yyyy-MM-ddTHH:mm:ssZ}"));
            if (at < now - series.History)
                return (null, Wrong("at", root.Text("at"), $"a time within the history of {series.Name}, which is {series.History}"));
            return root.Property("value") is { ValueKind: JsonValueKind.Number } given && given.TryGetDouble(out var value)
                && double.IsFinite(value)
                ? (new PushedPoint(line, series, new SignalPoint(at, value)), null)
                : (null, Wrong("value", root.Text("value"), "a finite number, or leave the line out where nothing was measured"));
        }
        catch (JsonException error)
        {
            var says = string.Create(CultureInfo.InvariantCulture, $"not JSON at byte {error.BytePositionInLine + 1}");
            return (null, new SignalFault(line, $"{says}: \"{Short(Encoding.UTF8.GetString(text))}\""));
        }
        catch (InvalidOperationException)
        {
            return (null, new SignalFault(line, "a name in it holds half a character, which is not Unicode; send whole ones"));
        }
    }

    private static string Short(string text)
    {
        if (text.Length <= 60) return text;
        return (char.IsHighSurrogate(text[59]) ? text[..59] : text[..60]) + "…";
    }
}
