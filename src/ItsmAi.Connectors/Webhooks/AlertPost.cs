using System.Security.Cryptography;
using System.Text.Json;
using ItsmAi.Desk.Alerts;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.Webhooks;

/// <summary>What every monitor's post has in common, whatever it looks like inside.</summary>
internal static class AlertPost
{
    /// <summary>The alerts of one source come under one subject, so that they are handled in the order that they came.</summary>
    public const string Subject = "alerts";

    /// <param name="read">What the JSON says, given the SHA-256 of the body.</param>
    public static WebhookAnswer Read(
        IReadOnlyDictionary<string, string> headers, IReadOnlyList<string> tokens, ReadOnlyMemory<byte> body,
        Func<JsonElement, string, WebhookAnswer> read)
    {
        if (!BearerToken.Verify(headers, tokens)) return new WebhookAnswer.Refused(401, "the token does not fit");
        try
        {
            using var document = JsonDocument.Parse(body);
            return read(document.RootElement, Convert.ToHexStringLower(SHA256.HashData(body.Span)));
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

    /// <summary>One state of one episode: told again, it is the same event.</summary>
    public static Event EventOf(ConnectionName source, Alert alert, string hash, DateTimeOffset now) => new()
    {
        Id = new EventId($"{source}/{alert.Episode}/{alert.Status}"),
        Kind = alert.Status == AlertStatus.Firing ? EventKind.AlertFired : EventKind.AlertResolved,
        Subject = new TicketId(source, Subject),
        OccurredAt = alert.Status == AlertStatus.Firing ? alert.StartsAt : alert.EndsAt ?? now,
        ReceivedAt = now,
        Alert = alert,
        RawHash = hash,
    };
}
