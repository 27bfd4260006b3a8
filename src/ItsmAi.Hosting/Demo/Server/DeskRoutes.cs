using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Demo.Server.Tickets;
using ItsmAi.Hosting.Serving;

namespace ItsmAi.Hosting.Demo.Server;

/// <summary>
/// The part of Request Tracker's REST 2.0 that the connector speaks, answered with its words and its oddities.
/// </summary>
internal sealed partial class DeskRoutes(
    TicketStore store, DeskJson json, WebhookSender sender, IReadOnlyDictionary<string, string> accountOfToken)
{
    private const int MostPerPage = 100;

    public async Task<WebAnswer> Answer(Exchange exchange, CancellationToken stop)
    {
        var body = await exchange.ReadBody(BodyReader.Limit, stop);
        var call = exchange.ToCall(new Dictionary<string, string>(StringComparer.Ordinal), body.Bytes);
        if (exchange.Segments is ["Ticket", "Display.html"])
            return TicketPage.Of(store, call.Query.GetValueOrDefault("id", ""));
        var token = call.Headers.GetValueOrDefault("Authorization", "").Replace("token ", "", StringComparison.Ordinal);
        if (!accountOfToken.TryGetValue(token, out var account)) return Refusal(401, "Unauthorized");
        string[] segments = [.. exchange.Segments];
        if (segments is not ["REST", "2.0", .. var path]) return Refusal(404, "Not Found");
        try
        {
            return exchange.Method == "GET" ? Read(path, call.Query) : await Write(path, call, account, stop);
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return Refusal(400, error.Message);
        }
    }

    private WebAnswer Read(string[] path, IReadOnlyDictionary<string, string> query) => path switch
    {
        ["ticket", var id] when Ticket(id) is { } ticket =>
            WebAnswer.Json(200, DeskJson.Ticket(ticket)).With("ETag", $"\"{ticket.LastTransaction}\""),
        ["transactions"] => Search(query),
        ["tickets"] => WebAnswer.Json(200, Tickets(query.GetValueOrDefault("query", ""))),
        ["customfields"] => WebAnswer.Json(200, DeskJson.Items("customfield", Fields(query.GetValueOrDefault("query", "")))),
        ["transaction", var id, "attachments"] when Transaction(id) is { Content: not null } transaction =>
            WebAnswer.Json(200, DeskJson.Of(page => Attachments(page, transaction))),
        ["attachment", var id] when Transaction(id) is { Content: not null } transaction =>
            WebAnswer.Json(200, DeskJson.Attachment(transaction)),
        ["queue", var name] when DeskSchema.Queue(name) is { } queue =>
            WebAnswer.Json(200, DeskJson.Named("queue", queue.Id, queue.Name)),
        ["customfield", var name] when DeskSchema.CustomField(name) is { } field =>
            WebAnswer.Json(200, DeskJson.Named("customfield", field.Id, field.Name)),
        _ => Refusal(404, "Not Found"),
    };

    private ReadOnlyMemory<byte> Tickets(string query)
    {
        if (FieldIs().Match(query) is { Success: true } match)
            return DeskJson.Items("ticket", store.With(match.Groups["field"].Value, match.Groups["value"].Value));
        return LinkIs().Match(query) is { Success: true } linked
            ? DeskJson.Statuses(store.Linked(linked.Groups["link"].Value, linked.Groups["number"].Value))
            : throw new FormatException($"query: \"{query}\" is not understood by the simulated desk");
    }

    private static IReadOnlyList<long> Fields(string query)
    {
        using var terms = JsonDocument.Parse(query);
        var name = terms.RootElement[0].GetProperty("value").GetString()!;
        return DeskSchema.FieldId(name) is { } id ? [id] : [];
    }

    [GeneratedRegex("^'CF\\.\\{(?<field>[^}]+)\\}' = '(?<value>[^']*)'$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex FieldIs();

    [GeneratedRegex("^(?<link>MemberOf|DependedOnBy|RefersTo) = (?<number>\\d{1,18})( AND .*)?$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex LinkIs();

    private WebAnswer Search(IReadOnlyDictionary<string, string> query)
    {
        var page = Math.Max(1, Number(query.GetValueOrDefault("page", "1")));
        var perPage = Math.Clamp(Number(query.GetValueOrDefault("per_page", "20")), 1, MostPerPage);
        var found = store.Search(
            TransactionQuery.Parse(query.GetValueOrDefault("query", "")),
            query.GetValueOrDefault("order") == "DESC", page, perPage);
        return WebAnswer.Json(200, json.Page(found, page, perPage));
    }

    private async Task<WebAnswer> Write(string[] path, WebCall call, string account, CancellationToken stop)
    {
        using var document = JsonDocument.Parse(call.Body);
        var body = document.RootElement;
        switch (call.Method, path)
        {
            case ("POST", ["ticket"]):
                return await Open(body, account, stop);
            case ("POST", ["ticket", var id, "comment" or "correspond"]) when Ticket(id) is { } ticket:
                var type = path[2] == "comment" ? "Comment" : "Correspond";
                var (says, written) = store.Write(ticket.Id, type, body, account);
                await sender.Tell(written, stop);
                return WebAnswer.Json(201, DeskJson.Sentences(says));
            case ("PUT", ["ticket", var id]) when Ticket(id) is { } ticket:
                var version = call.Headers.TryGetValue("If-Match", out var match) ? match.Trim('"') : null;
                if (store.Change(ticket.Id, body, account, version) is not { } change)
                    return Refusal(412, "Precondition Failed");
                await sender.Tell(change.Done, stop);
                // 200 whether or not anything was applied: the sentences say it.
                return WebAnswer.Json(200, DeskJson.Sentences(change.Says));
            default:
                return Refusal(404, "Not Found");
        }
    }

    private async Task<WebAnswer> Open(JsonElement body, string account, CancellationToken stop)
    {
        var name = body.TryGetProperty("Queue", out var given) ? given.GetString() ?? "" : "";
        if (DeskSchema.Queue(name) is not { } queue)
            return Refusal(403, $"No permission to create tickets in the queue '{name}'");
        var (ticket, done) = store.Open(body, queue.Name, account);
        await sender.Tell(done, stop);
        return WebAnswer.Json(201, json.Created(ticket.Id)).With("Location", $"/REST/2.0/ticket/{ticket.Id}");
    }

    private static void Attachments(Utf8JsonWriter page, DeskTransaction transaction)
    {
        page.WriteStartObject();
        page.WriteStartArray("items");
        page.WriteStartObject();
        page.WriteString("id", $"{transaction.Id}");
        page.WriteString("ContentType", "text/plain");
        page.WriteString("Filename", "");
        page.WriteEndObject();
        page.WriteEndArray();
        page.WriteEndObject();
    }

    private DeskTicket? Ticket(string id) => long.TryParse(id, out var number) ? store.Find(number) : null;

    private DeskTransaction? Transaction(string id) => long.TryParse(id, out var number) ? store.Transaction(number) : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static WebAnswer Refusal(int status, string says) => WebAnswer.Json(status, DeskJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("message", says);
        json.WriteEndObject();
    }));
}
