using System.Text.Json;
using ItsmAi.Connectors.Json;
using ItsmAi.Connectors.Webhooks;
using ItsmAi.Desk.Events;

namespace ItsmAi.Connectors.Alertmanager;

/// <summary>
/// What Alertmanager posts (webhook, version 4): its groups are for people and mean nothing here, for each alert has its
/// own state. It tells states and not events, at least once: what lay between two posts is never told.
/// </summary>
public sealed class AlertmanagerWebhook(AlertmanagerOptions options)
{
    private readonly ReadAlert _read = new(options);

    public WebhookAnswer Read(IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        AlertPost.Read(headers, options.Tokens, body, (root, hash) => Events(root, hash, now));

    private WebhookAnswer Events(JsonElement root, string hash, DateTimeOffset now)
    {
        if (root.Property("alerts") is not { ValueKind: JsonValueKind.Array } alerts)
            return new WebhookAnswer.Refused(400, "alerts: it is missing; an array of alerts is expected, as webhook version 4 sends it");
        var (events, problems) = (new List<Event>(), new List<string>());
        var at = 0;
        foreach (var each in alerts.EnumerateArray())
        {
            var (alert, problem) = _read.Read(each, $"alerts[{at++}]");
            if (problem is not null) problems.Add(problem);
            if (alert is not null) events.Add(AlertPost.EventOf(options.Connection, alert, hash, now));
        }

        if (root.Number("truncatedAlerts") is { } cut and > 0)
            problems.Add($"truncatedAlerts: {cut} were cut off by the sender; set max_alerts: 0");
        return events.Count == 0 && problems.Count > 0
            ? new WebhookAnswer.Refused(400, string.Join("; ", problems.Take(10)))
            : new WebhookAnswer.Verified(events) { Problems = problems };
    }
}
