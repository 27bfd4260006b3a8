using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ItsmAi.Connectors.Json;
using ItsmAi.Desk.Alerts;

namespace ItsmAi.Connectors.Alertmanager;

/// <summary>Reads one alert of a post; what is missing is made good where that is safe, and named where it is not.</summary>
internal sealed class ReadAlert(AlertmanagerOptions options)
{
    /// <summary>More labels than this are not kept; which alert it is, is in its fingerprint.</summary>
    public const int MostLabels = 64;

    private const int LongestValue = 256;
    private const int LongestSummary = 400;

    /// <returns>The alert, with a problem where something of it was left out; or no alert, with the problem.</returns>
    public (Alert? Alert, string? Problem) Read(JsonElement from, string place)
    {
        if (from.ValueKind != JsonValueKind.Object) return (null, $"{place}: an object is expected");
        var status = from.Text("status");
        if (status is not ("firing" or "resolved"))
            return (null, $"{place}.status: \"{status}\" is none; firing or resolved is expected");
        if (Time(from, "startsAt") is not { } startsAt)
            return (null, $"{place}.startsAt: \"{from.Text("startsAt")}\" is no time; RFC 3339 is expected");
        var labels = Labels(from, "labels");
        var name = labels.GetValueOrDefault("alertname");
        var alert = new Alert
        {
            Fingerprint = Fingerprint(from, labels),
            Name = Cut(string.IsNullOrWhiteSpace(name) ? "unnamed" : name, LongestValue),
            Status = status == "firing" ? AlertStatus.Firing : AlertStatus.Resolved,
            StartsAt = startsAt,
            EndsAt = status == "resolved" ? Time(from, "endsAt") : null,
            Severity = Severity(labels.GetValueOrDefault(options.SeverityLabel)),
            Service = First(labels, options.ServiceLabels),
            Host = First(labels, options.HostLabels),
            Summary = Summary(Labels(from, "annotations")),
            Labels = labels.OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(MostLabels)
                .ToDictionary(pair => pair.Key, pair => Cut(pair.Value, LongestValue), StringComparer.Ordinal),
            Link = Link(from.Text("generatorURL")),
        };
        return (alert, Problem(labels, name, place));
    }

    /// <summary>Where a browser may be sent; nothing else is a link.</summary>
    private static Uri? Link(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link : null;

    private string? Problem(Dictionary<string, string> labels, string? name, string place)
    {
        if (string.IsNullOrWhiteSpace(name)) return $"{place}.labels.alertname: it is missing; the alert is kept as \"unnamed\"";
        if (labels.Count > MostLabels) return $"{place}.labels: {labels.Count} labels; the first {MostLabels} by name are kept";
        return labels.GetValueOrDefault(options.SeverityLabel) is { } word && Severity(word) == AlertSeverity.Unknown
            ? $"{place}.labels.{options.SeverityLabel}: \"{Cut(word, 40)}\" is not known; critical, warning or info is expected"
            : null;
    }

    private static AlertSeverity Severity(string? word) => word?.ToLowerInvariant() switch
    {
        "critical" or "page" or "emergency" or "fatal" or "high" or "error" or "major" => AlertSeverity.Critical,
        "warning" or "warn" or "medium" or "minor" => AlertSeverity.Warning,
        "info" or "information" or "informational" or "notice" or "low" or "none" => AlertSeverity.Information,
        _ => AlertSeverity.Unknown,
    };

    /// <summary>The source's own, or one of the labels where it sends none: both stay over firing and resolution.</summary>
    private static string Fingerprint(JsonElement from, Dictionary<string, string> labels)
    {
        if (from.Text("fingerprint") is { Length: > 0 and <= 100 } own && own.All(char.IsAsciiLetterOrDigit)) return own;
        var text = string.Join('\n', labels.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
        return "l" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    private static string? First(Dictionary<string, string> labels, IReadOnlyList<string> names) =>
        names.Select(name => labels.GetValueOrDefault(name)).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) is { } found
            ? Cut(found, LongestValue) : null;

    private static string? Summary(Dictionary<string, string> annotations) =>
        (annotations.GetValueOrDefault("summary") ?? annotations.GetValueOrDefault("description")) is { } told
            ? Cut(told.ReplaceLineEndings(" ").Trim(), LongestSummary) : null;

    private static Dictionary<string, string> Labels(JsonElement from, string name)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!from.TryGetProperty(name, out var labels) || labels.ValueKind != JsonValueKind.Object) return read;
        foreach (var label in labels.EnumerateObject())
            if (label.Value.ValueKind == JsonValueKind.String) read[label.Name] = label.Value.Text() ?? "";
        return read;
    }

    /// <summary>Null where it is missing, none, or the year 1 that stands for "not yet".</summary>
    private static DateTimeOffset? Time(JsonElement from, string name) =>
        from.Time(name) is { Year: > 1 } time ? time : null;

    private static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        return text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";
    }
}
