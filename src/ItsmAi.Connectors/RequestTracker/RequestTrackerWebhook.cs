using System.Security.Cryptography;
using System.Text.Json;
using ItsmAi.Connectors.Json;
using ItsmAi.Connectors.RequestTracker.Transactions;
using ItsmAi.Connectors.Webhooks;
using ItsmAi.Desk.Events;

namespace ItsmAi.Connectors.RequestTracker;

/// <summary>
/// What our scrip inside Request Tracker sends: one signed CloudEvent a request, with every transaction of that
/// request. Each that matters becomes one event, named as the feed names it.
/// </summary>
public sealed class RequestTrackerWebhook(RequestTrackerOptions options)
{
    /// <summary>A longer body is refused with 413 by whoever reads it, before it comes here.</summary>
    public const int LongestBody = 1024 * 1024;

    private readonly TransactionEvents _events = new(options);

    private readonly HmacScheme _scheme = new()
    {
        Header = "X-Itsm-Signature",
        Separator = ',',
        Prefix = "v1=",
        TimestampPrefix = "t=",
        SignedText = "{timestamp}.{body}",
        Tolerance = options.WebhookTolerance,
    };

    public WebhookAnswer Read(
        IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        // One answer for missing, malformed, wrong and stale: whoever guesses learns nothing.
        if (!HmacSignature.Verify(_scheme, headers, body.Span, options.WebhookSecrets, now))
            return new WebhookAnswer.Refused(401, "the signature does not fit");
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
    }

    private WebhookAnswer Events(JsonElement root, string hash, DateTimeOffset now)
    {
        var told = root.Property("data") ?? default;
        if (told.Property("ticket")?.Number("id") is not { } ticket || ticket <= 0)
            return new WebhookAnswer.Refused(400, "data.ticket.id: it is missing; a ticket's number is expected");
        var batch = told.Items("transactions").ToList();
        if (batch.Count == 0 && told.Property("transaction") is { } single) batch.Add(single);
        if (batch.Count == 0) return new WebhookAnswer.Refused(400, "data.transactions: it is missing or empty");

        var events = new List<Event>();
        foreach (var each in batch)
        {
            if (Transaction(each, ticket, told, root) is not { } transaction)
                return new WebhookAnswer.Refused(400, "data.transactions: one has no id; a number above 0 is expected");
            if (_events.Of(transaction, now, hash) is { } what) events.Add(what);
        }

        return new WebhookAnswer.Verified(events);
    }

    private static TicketTransaction? Transaction(JsonElement each, long ticket, JsonElement told, JsonElement root)
    {
        if (each.Number("id") is not { } id || id <= 0) return null;
        var field = each.Text("field") ?? "";
        // Request Tracker records a queue or an owner by its id; our scrip sends the name beside it.
        var byId = each.Text("type") == "Set" && field is "Queue" or "Owner";
        return new TicketTransaction
        {
            Id = id,
            Ticket = ticket.ToString(),
            Type = each.Text("type") ?? "",
            Field = field,
            FieldName = each.Text("fieldName"),
            Old = each.Text("oldName") ?? Value(each.Text("old"), byId),
            New = each.Text("newName") ?? Value(each.Text("new"), byId),
            Creator = Actor(each) ?? (told.Property("transaction") is { } first ? Actor(first) : null),
            Created = each.Time("time") ?? root.Time("time"),
        };
    }

    private static string? Value(string? told, bool byId) => byId && !string.IsNullOrEmpty(told) ? "#" + told : told;

    private static string? Actor(JsonElement transaction) => transaction.Property("actor")?.Text("name");
}
