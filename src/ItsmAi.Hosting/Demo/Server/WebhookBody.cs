using System.Text.Json;
using ItsmAi.Hosting.Demo.Server.Tickets;

namespace ItsmAi.Hosting.Demo.Server;

/// <summary>
/// The CloudEvent that our scrip inside Request Tracker sends: one request with all of its transactions.
/// </summary>
internal static class WebhookBody
{
    public static ReadOnlyMemory<byte> Of(Uri desk, IReadOnlyList<DeskTransaction> done) => DeskJson.Of(json =>
    {
        var first = done[0];
        json.WriteStartObject();
        json.WriteString("specversion", "1.0");
        json.WriteString("id", $"txn-{first.Id}");
        json.WriteString("source", desk.AbsoluteUri.TrimEnd('/'));
        json.WriteString("type", $"rt.ticket.{Kind(done)}");
        json.WriteString("time", DeskJson.Time(first.Created));
        json.WriteString("subject", $"ticket/{first.Ticket}");
        json.WriteString("datacontenttype", "application/json");
        json.WriteStartObject("data");
        json.WriteStartObject("ticket");
        json.WriteNumber("id", first.Ticket);
        json.WriteString("url", new Uri(desk, $"Ticket/Display.html?id={first.Ticket}").AbsoluteUri);
        json.WriteEndObject();
        json.WritePropertyName("transaction");
        Write(json, first);
        json.WriteStartArray("transactions");
        foreach (var transaction in done) Write(json, transaction);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static string Kind(IReadOnlyList<DeskTransaction> done) =>
        done.Any(one => one.Type == "Create") ? "created"
        : done.Any(one => one.Type == "Status") ? "status"
        : done.Any(one => one.Type == "Correspond") ? "corresponded"
        : done.Any(one => one.Type == "Comment") ? "commented"
        : done.Any(one => one.Field == "Queue") ? "moved"
        : "updated";

    private static void Write(Utf8JsonWriter json, DeskTransaction transaction)
    {
        json.WriteStartObject();
        json.WriteNumber("id", transaction.Id);
        json.WriteString("type", transaction.Type);
        json.WriteString("field", transaction.Field);
        json.WriteString("old", transaction.Old);
        json.WriteString("new", transaction.New);
        json.WriteString("time", DeskJson.Time(transaction.Created));
        json.WriteStartObject("actor");
        json.WriteString("name", transaction.Creator);
        json.WriteEndObject();
        if (transaction.Type == "CustomField")
            json.WriteString("fieldName", DeskSchema.CustomField(transaction.Field)?.Name);
        if (transaction is { Type: "Set", Field: "Queue" })
        {
            json.WriteString("oldName", DeskSchema.Queue(transaction.Old)?.Name);
            json.WriteString("newName", DeskSchema.Queue(transaction.New)?.Name);
        }

        json.WriteEndObject();
    }
}
