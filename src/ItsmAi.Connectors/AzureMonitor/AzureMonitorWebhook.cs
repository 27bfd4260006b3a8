using System.Security.Cryptography;
using System.Text.Json;
using ItsmAi.Connectors.Json;
using ItsmAi.Connectors.Webhooks;
using ItsmAi.Desk.Alerts;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.AzureMonitor;

/// <summary>
/// What an Azure Monitor action group posts in the common alert schema: one alert a post, whatever kind of rule it is from.
/// It is told at least once; after five refusals nothing is sent for a quarter of an hour.
/// </summary>
public sealed class AzureMonitorWebhook(AzureMonitorOptions options)
{
    /// <summary>The alerts of one source come under one subject, so that they are handled in the order that they came.</summary>
    public const string Subject = "alerts";

    private const string Schema = "azureMonitorCommonAlertSchema";

    private readonly ReadCommonAlert _read = new(options);

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
        if (root.Text("schemaId") is var schema && schema != Schema)
        {
            return new WebhookAnswer.Refused(
                400, $"schemaId: \"{schema}\" is not {Schema}; switch the common alert schema on in the action group");
        }

        var (alert, problem) = _read.Read(root);
        if (alert is null) return new WebhookAnswer.Refused(400, problem!);
        var what = new Event
        {
            Id = new EventId($"{options.Connection}/{alert.Episode}/{alert.Status}"),
            Kind = alert.Status == AlertStatus.Firing ? EventKind.AlertFired : EventKind.AlertResolved,
            Subject = new TicketId(options.Connection, Subject),
            OccurredAt = alert.Status == AlertStatus.Firing ? alert.StartsAt : alert.EndsAt ?? now,
            ReceivedAt = now,
            Alert = alert,
            RawHash = hash,
        };
        return new WebhookAnswer.Verified([what]) { Problems = problem is null ? [] : [problem] };
    }
}
