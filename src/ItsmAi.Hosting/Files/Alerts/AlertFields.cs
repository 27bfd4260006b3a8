using System.Globalization;
using System.Text.Json;

namespace ItsmAi.Hosting.Files.Alerts;

/// <summary>The fields of one line, each read with the words for what is wrong with it; the first fault stays.</summary>
internal sealed class AlertFields(JsonElement root)
{
    private const int Shown = 40;

    public string? Fault { get; private set; }

    public string Text(string field)
    {
        if (Optional(field) is { } text && !string.IsNullOrWhiteSpace(text)) return text;
        Wrong(field, "", "a text that is not empty");
        return "";
    }

    public string? Optional(string field)
    {
        if (!root.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        Wrong(field, value.GetRawText(), "a text");
        return null;
    }

    public DateTimeOffset? Time(string field)
    {
        if (Optional(field) is not { } text) return null;
        if (text.Length >= 10 && text[4] == '-' && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return time;
        }

        Wrong(field, text, "an ISO 8601 time such as 2026-03-02T09:00:00Z");
        return null;
    }

    public IReadOnlyDictionary<string, string> Labels()
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!root.TryGetProperty("labels", out var value) || value.ValueKind == JsonValueKind.Null) return labels;
        if (value.ValueKind != JsonValueKind.Object)
        {
            Wrong("labels", value.GetRawText(), "an object of texts");
            return labels;
        }

        foreach (var label in value.EnumerateObject())
        {
            if (label.Value.ValueKind == JsonValueKind.String) labels[label.Name] = label.Value.GetString() ?? "";
            else Wrong($"labels.{label.Name}", label.Value.GetRawText(), "a text");
        }

        return labels;
    }

    public void Wrong(string field, string value, string accepted) =>
        Fault ??= value.Length == 0
            ? $"{field}: is missing or empty; {accepted} is expected"
            : $"{field}: \"{(value.Length <= Shown ? value : value[..Shown] + "…")}\" is not {accepted}";
}
