using System.Buffers;
using System.Text;
using System.Text.Json;
using ItsmAi.Hosting.Demo.Server.Tickets;

namespace ItsmAi.Hosting.Demo.Server;

/// <summary>What the simulated desk answers and tells, in Request Tracker's words.</summary>
/// <param name="root">The desk's own address, for the links in its answers.</param>
internal sealed class DeskJson(Uri root)
{
    public static ReadOnlyMemory<byte> Of(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        write(json);
        json.Flush();
        return bytes.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> Sentences(IReadOnlyList<string> says) => Of(json =>
    {
        json.WriteStartArray();
        foreach (var sentence in says) json.WriteStringValue(sentence);
        json.WriteEndArray();
    });

    public static ReadOnlyMemory<byte> Items(string kind, IReadOnlyList<long> ids) => Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("count", ids.Count);
        json.WriteStartArray("items");
        foreach (var id in ids)
        {
            json.WriteStartObject();
            json.WriteString("id", $"{id}");
            json.WriteString("type", kind);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Tickets with no more than their status and type; it has neither approvals nor reminders.</summary>
    public static ReadOnlyMemory<byte> Statuses(IReadOnlyList<DeskTicket> tickets) => Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("count", tickets.Count);
        json.WriteStartArray("items");
        foreach (var ticket in tickets)
        {
            json.WriteStartObject();
            json.WriteString("id", $"{ticket.Id}");
            json.WriteString("Type", "ticket");
            json.WriteString("Status", ticket.Status);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Named(string kind, int id, string name) => Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", $"{id}");
        json.WriteString("type", kind);
        json.WriteString("Name", name);
        json.WriteString("Disabled", "0");
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Attachment(DeskTransaction transaction) => Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", $"{transaction.Id}");
        json.WriteString("type", "attachment");
        json.WriteString("ContentType", "text/plain");
        json.WriteString("Filename", "");
        json.WriteString("Content", Convert.ToBase64String(Encoding.UTF8.GetBytes(transaction.Content ?? "")));
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Ticket(DeskTicket ticket) => Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("id", ticket.Id);
        json.WriteString("Type", "ticket");
        json.WriteString("Subject", ticket.Subject);
        json.WriteString("Status", ticket.Status);
        json.WriteString("Priority", $"{ticket.Priority}");
        json.WriteString("Created", Time(ticket.Created));
        json.WriteString("LastUpdated", Time(ticket.Updated));
        json.WriteStartObject("Queue");
        json.WriteString("id", $"{DeskSchema.QueueId(ticket.Queue)}");
        json.WriteString("Name", ticket.Queue);
        json.WriteString("type", "queue");
        json.WriteEndObject();
        User(json, "Owner", ticket.Owner);
        User(json, "Creator", ticket.Creator);
        json.WriteStartArray("Requestor");
        json.WriteStartObject();
        json.WriteString("id", ticket.Requestor);
        json.WriteString("type", "user");
        json.WriteEndObject();
        json.WriteEndArray();
        CustomFields(json, ticket);
        json.WriteEndObject();
    });

    public ReadOnlyMemory<byte> Created(long ticket) => Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", $"{ticket}");
        json.WriteString("type", "ticket");
        json.WriteString("_url", new Uri(root, $"REST/2.0/ticket/{ticket}").AbsoluteUri);
        json.WriteEndObject();
    });

    /// <summary>A page of transactions; neither totals nor a next page, as an ordinary account sees it.</summary>
    public ReadOnlyMemory<byte> Page(IReadOnlyList<DeskTransaction> transactions, int page, int perPage) => Of(json =>
    {
        json.WriteStartObject();
        json.WriteNull("total");
        json.WriteNull("pages");
        json.WriteNumber("page", page);
        json.WriteNumber("per_page", perPage);
        json.WriteNumber("count", transactions.Count);
        json.WriteStartArray("items");
        foreach (var transaction in transactions) Transaction(json, transaction);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    private void Transaction(Utf8JsonWriter json, DeskTransaction transaction)
    {
        json.WriteStartObject();
        json.WriteString("id", $"{transaction.Id}");
        json.WriteString("type", "transaction");
        json.WriteString("ObjectType", "RT::Ticket");
        json.WriteString("ObjectId", $"{transaction.Ticket}");
        json.WriteString("Type", transaction.Type);
        json.WriteString("Field", transaction.Field);
        json.WriteString("OldValue", transaction.Old);
        json.WriteString("NewValue", transaction.New);
        json.WriteString("Created", Time(transaction.Created));
        User(json, "Creator", transaction.Creator);
        json.WriteStartArray("_hyperlinks");
        if (transaction.Content is not null)
        {
            json.WriteStartObject();
            json.WriteString("ref", "attachment");
            json.WriteString("_url", new Uri(root, $"REST/2.0/attachment/{transaction.Id}").AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void CustomFields(Utf8JsonWriter json, DeskTicket ticket)
    {
        json.WriteStartArray("CustomFields");
        foreach (var name in DeskSchema.CustomFields)
        {
            json.WriteStartObject();
            json.WriteString("id", $"{DeskSchema.FieldId(name)}");
            json.WriteString("name", name);
            json.WriteString("type", "customfield");
            json.WriteStartArray("values");
            if (ticket.CustomFields.GetValueOrDefault(name, "") is { Length: > 0 } value) json.WriteStringValue(value);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void User(Utf8JsonWriter json, string field, string account)
    {
        json.WriteStartObject(field);
        json.WriteString("id", account);
        json.WriteString("type", "user");
        json.WriteEndObject();
    }
}
