using System.Security.Cryptography;
using System.Text.Json;
using ItsmAi.Connectors.Json;
using ItsmAi.Connectors.Webhooks;
using ItsmAi.Desk.Alerts;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.Alertmanager;

/// <summary>
/// What Alertmanager posts (webhook, version 4): its groups are for people and mean nothing here, for each alert has its
/// own state. It tells states and not events, at least once: what lay between two posts is never told.
/// </summary>
public sealed class AlertmanagerWebhook(AlertmanagerOptions options)
{
    /// <summary>The alerts of one source come under one subject, so that they are handled in the order that they came.</summary>
    public const string Subject = "alerts";

    private readonly ReadAlert _read = new(options);

    public WebhookAnswer Read(IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        if (!BearerToken.Verify(headers, options.Tokens)) return new WebhookAnswer.Refused(401, "the token does not fit");
        try
        {
            using var document = JsonDocument.Parse(body);
            return Events(document.RootElement, Convert.ToHexStringLower(SHA256.HashData(body.Span)), now);
        }
        catch (JsonException error)
        {
            return new WebhookAnswer.Refused(
                400, $"not JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}");
        }
        catch (InvalidOperationException)
        {
            return new WebhookAnswer.Refused(400, "a name in it holds half a character, which is not Unicode; send whole ones");
        }
    }

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
            if (alert is not null) events.Add(Of(alert, hash, now));
        }

        if (root.Number("truncatedAlerts") is { } cut and > 0)
            problems.Add($"truncatedAlerts: {cut} were cut off by the sender; set max_alerts: 0");
        return events.Count == 0 && problems.Count > 0
            ? new WebhookAnswer.Refused(400, string.Join("; ", problems.Take(10)))
            : new WebhookAnswer.Verified(events) { Problems = problems };
    }

    private Event Of(Alert alert, string hash, DateTimeOffset now) => new()
    {
        Id = new EventId($"{options.Connection}/{alert.Episode}/{alert.Status}"),
        Kind = alert.Status == AlertStatus.Firing ? EventKind.AlertFired : EventKind.AlertResolved,
        Subject = new TicketId(options.Connection, Subject),
        OccurredAt = alert.Status == AlertStatus.Firing ? alert.StartsAt : alert.EndsAt ?? now,
        ReceivedAt = now,
        Alert = alert,
        RawHash = hash,
    };
}
