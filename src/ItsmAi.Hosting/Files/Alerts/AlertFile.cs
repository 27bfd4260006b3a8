using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ItsmAi.Desk.Alerts;

namespace ItsmAi.Hosting.Files.Alerts;

/// <summary>A file of alerts, one JSON object a line, in order of arrival. A bad line says what is wrong; the rest goes on.</summary>
internal static class AlertFile
{
    public static IEnumerable<AlertEvent> Read(TextReader reader)
    {
        var starts = new EpisodeStarts();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (!string.IsNullOrWhiteSpace(text)) yield return Event(line, text, starts);
        }
    }

    private static AlertEvent Event(int line, string text, EpisodeStarts starts)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Event(line, new AlertFields(document.RootElement), starts)
                : Bad(line, $"{document.RootElement.ValueKind} instead of an object {{…}}");
        }
        catch (JsonException error)
        {
            return Bad(line, $"this is not JSON: {error.Message}");
        }
    }

    private static AlertEvent Bad(int line, string says, string id = "") => new(line, id, null, default, $"line {line}, {says}");

    private static AlertEvent Event(int line, AlertFields fields, EpisodeStarts starts)
    {
        var (id, name, source) = (fields.Text("id"), fields.Text("name"), fields.Text("source"));
        var (service, host) = (fields.Optional("service"), fields.Optional("host"));
        var labels = fields.Labels();
        var severity = Severity(fields.Optional("severity"));
        var status = Status(fields);
        var received = fields.Time("received");
        var time = fields.Time("time");
        if (time is null) fields.Wrong("time", "", "an ISO 8601 time such as 2026-03-02T09:00:00Z");
        if (fields.Fault is { } fault || time is null) return Bad(line, fields.Fault!, id);
        var fingerprint = Fingerprint([source, name, service, host], labels);
        var alert = new Alert
        {
            Fingerprint = fingerprint,
            Name = name,
            Status = status,
            StartsAt = starts.Of(fingerprint, status, time.Value),
            EndsAt = status == AlertStatus.Resolved ? time : null,
            Severity = severity,
            Service = service,
            Host = host,
            Labels = labels,
        };
        return new AlertEvent(line, id, alert, received ?? time.Value, null);
    }

    private static AlertStatus Status(AlertFields fields)
    {
        var text = fields.Optional("status") ?? "firing";
        if (text.Equals("resolved", StringComparison.OrdinalIgnoreCase)) return AlertStatus.Resolved;
        if (!text.Equals("firing", StringComparison.OrdinalIgnoreCase)) fields.Wrong("status", text, "firing or resolved");
        return AlertStatus.Firing;
    }

    private static AlertSeverity Severity(string? text) => text?.ToUpperInvariant() switch
    {
        "CRITICAL" or "FATAL" or "EMERGENCY" or "PAGE" or "HIGH" => AlertSeverity.Critical,
        "WARNING" or "WARN" or "ERROR" or "MEDIUM" => AlertSeverity.Warning,
        "INFORMATION" or "INFO" or "INFORMATIONAL" or "LOW" => AlertSeverity.Information,
        _ => AlertSeverity.Unknown,
    };

    private static string Fingerprint(string?[] parts, IReadOnlyDictionary<string, string> labels)
    {
        var text = string.Join('\u001f', parts.Concat(labels.OrderBy(label => label.Key, StringComparer.Ordinal)
            .SelectMany(label => new[] { label.Key, label.Value })));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
    }
}
