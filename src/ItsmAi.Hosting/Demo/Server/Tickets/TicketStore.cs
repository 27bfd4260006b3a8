using System.Text.Json;

namespace ItsmAi.Hosting.Demo.Server.Tickets;

/// <summary>
/// The tickets and transactions of the simulated desk, in memory. A write is one step: nobody sees half of it, and a
/// version that has moved is refused.
/// </summary>
internal sealed class TicketStore(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, DeskTicket> _tickets = [];
    private readonly List<DeskTransaction> _transactions = [];

    public DeskTicket? Find(long id)
    {
        lock (_lock) return _tickets.GetValueOrDefault(id);
    }

    public DeskTransaction? Transaction(long id)
    {
        lock (_lock) return id > 0 && id <= _transactions.Count ? _transactions[(int)id - 1] : null;
    }

    public IReadOnlyList<DeskTransaction> Search(TransactionQuery query, bool newestFirst, int page, int perPage)
    {
        lock (_lock)
        {
            var found = _transactions.Where(query.Fits);
            if (newestFirst) found = found.Reverse();
            return [.. found.Skip((page - 1) * perPage).Take(perPage)];
        }
    }

    /// <summary>The tickets whose field shows the value, the earliest first.</summary>
    public IReadOnlyList<long> With(string field, string value)
    {
        lock (_lock)
        {
            return [.. _tickets.Values
                .Where(ticket => ticket.CustomFields.GetValueOrDefault(field) == value)
                .Select(ticket => ticket.Id).Order()];
        }
    }

    /// <summary>The tickets that a link of another leads to, or from which one leads to it; the earliest first.</summary>
    public IReadOnlyList<DeskTicket> Linked(string link, string number)
    {
        lock (_lock)
        {
            var from = long.TryParse(number, out var id) ? _tickets.GetValueOrDefault(id) : null;
            return [.. _tickets.Values
                .Where(ticket => link switch
                {
                    "MemberOf" => ticket.MemberOf == number,
                    "DependedOnBy" => from?.DependsOn == $"{ticket.Id}",
                    _ => false,
                })
                .OrderBy(ticket => ticket.Id)];
        }
    }

    /// <summary>Opens a ticket. Fields that are not known are dropped, as Request Tracker does.</summary>
    public (DeskTicket Ticket, IReadOnlyList<DeskTransaction> Done) Open(JsonElement body, string queue, string account)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var ticket = new DeskTicket(
                _tickets.Count + 1, Text(body, "Subject"), queue, "new", Text(body, "Requestor"), account, Number(body, "Priority"),
                Given(body).Where(field => DeskSchema.FieldId(field.Key) is not null)
                    .ToDictionary(StringComparer.OrdinalIgnoreCase),
                now, now, LastTransaction: 0);
            _tickets[ticket.Id] = ticket;
            var created = Add(ticket.Id, "Create", account, content: Text(body, "Content"));
            // Request Tracker answers the requester by mail, which moves the ticket's version.
            Add(ticket.Id, "EmailRecord", "RT_System");
            return (_tickets[ticket.Id], [created]);
        }
    }

    /// <summary>Adds a comment or a reply, with custom fields where the request names some.</summary>
    public (IReadOnlyList<string> Says, IReadOnlyList<DeskTransaction> Done) Write(
        long id, string type, JsonElement body, string account)
    {
        lock (_lock)
        {
            var done = new List<DeskTransaction>
            {
                Add(id, type, account, subject: Text(body, "Subject"), content: Text(body, "Content")),
            };
            var says = new List<string> { type == "Comment" ? "Comments added" : "Correspondence added" };
            SetFields(id, body, account, says, done);
            return (says, done);
        }
    }

    /// <returns>Null when the ticket has moved on from <paramref name="version"/>.</returns>
    public (IReadOnlyList<string> Says, IReadOnlyList<DeskTransaction> Done)? Change(
        long id, JsonElement body, string account, string? version)
    {
        lock (_lock)
        {
            if (version is not null && version != $"{_tickets[id].LastTransaction}") return null;
            var says = new List<string>();
            var done = new List<DeskTransaction>();
            foreach (var field in body.EnumerateObject()) Set(id, field, account, says, done);
            SetFields(id, body, account, says, done);
            return (says, done);
        }
    }

    private void Set(
        long id, JsonProperty field, string account, List<string> says, List<DeskTransaction> done)
    {
        var ticket = _tickets[id];
        var value = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
        switch (field.Name)
        {
            case "Queue" when DeskSchema.Queue(value) is { } queue:
                if (queue.Name == ticket.Queue) return;
                _tickets[id] = ticket with { Queue = queue.Name };
                done.Add(Add(id, "Set", account, "Queue", $"{DeskSchema.QueueId(ticket.Queue)}", $"{queue.Id}"));
                says.Add($"Ticket {id}: Queue changed from {ticket.Queue} to {queue.Name}");
                break;
            case "Priority" when int.TryParse(value, out var priority):
                if (priority == ticket.Priority) return;
                _tickets[id] = ticket with { Priority = priority };
                done.Add(Add(id, "Set", account, "Priority", $"{ticket.Priority}", $"{priority}"));
                says.Add($"Ticket {id}: Priority changed from '{ticket.Priority}' to '{priority}'");
                break;
            case "Owner":
                if (value == ticket.Owner) return;
                _tickets[id] = ticket with { Owner = value };
                done.Add(Add(id, "Set", account, "Owner", ticket.Owner, value));
                says.Add($"Ticket {id}: Owner changed from {ticket.Owner} to {value}");
                break;
            case "Status" when DeskSchema.Statuses.Contains(value):
                if (value == ticket.Status) return;
                _tickets[id] = ticket with { Status = value };
                done.Add(Add(id, "Status", account, "Status", ticket.Status, value));
                says.Add($"Ticket {id}: Status changed from '{ticket.Status}' to '{value}'");
                break;
            case "MemberOf":
                _tickets[id] = ticket with { MemberOf = value };
                break;
            case "DependsOn":
                _tickets[id] = ticket with { DependsOn = value };
                break;
            case "CustomFields":
                break;
            default:
                says.Add($"Ticket {id}: {field.Name} {value} does not exist");
                break;
        }
    }

    private void SetFields(
        long id, JsonElement body, string account, List<string> says, List<DeskTransaction> done)
    {
        foreach (var (name, value) in Given(body))
        {
            if (DeskSchema.CustomField(name) is not { } field)
            {
                says.Add($"{name}: no such custom field");
                continue;
            }

            var ticket = _tickets[id];
            var old = ticket.CustomFields.GetValueOrDefault(field.Name, "");
            if (old == value) continue;
            var fields = new Dictionary<string, string>(ticket.CustomFields, StringComparer.OrdinalIgnoreCase)
            {
                [field.Name] = value,
            };
            _tickets[id] = ticket with { CustomFields = fields };
            done.Add(Add(id, "CustomField", account, $"{field.Id}", old, value));
            says.Add(old.Length == 0 ? $"{field.Name} {value} added" : $"{field.Name} {old} changed to {value}");
        }
    }

    private DeskTransaction Add(
        long ticket, string type, string account, string field = "", string old = "", string now = "",
        string subject = "", string? content = null)
    {
        var at = clock.GetUtcNow();
        var added = new DeskTransaction(
            _transactions.Count + 1, ticket, type, field, old, now, account, at, subject, content);
        _transactions.Add(added);
        _tickets[ticket] = _tickets[ticket] with { Updated = at, LastTransaction = added.Id };
        return added;
    }

    private static Dictionary<string, string> Given(JsonElement body) =>
        body.TryGetProperty("CustomFields", out var fields) && fields.ValueKind == JsonValueKind.Object
            ? fields.EnumerateObject().ToDictionary(
                field => field.Name,
                field => field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : "",
                StringComparer.OrdinalIgnoreCase)
            : [];

    private static int Number(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : 0;

    private static string Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
