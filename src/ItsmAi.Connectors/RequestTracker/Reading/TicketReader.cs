using System.Globalization;
using System.Net;
using System.Text.Json;
using ItsmAi.Connectors.Json;
using ItsmAi.Connectors.RequestTracker.Rest;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker.Reading;

/// <summary>
/// Reads tickets: one that is deleted, merged into another or hidden from our account is not there for us.
/// </summary>
internal sealed class TicketReader(RestClient rest, RequestTrackerOptions options)
{
    // Request Tracker says so where a ticket has no owner.
    private const string Nobody = "Nobody";

    private readonly Description _description = new(rest);

    public async Task<TicketState?> Find(TicketId ticket, CancellationToken stop)
    {
        if (ticket.Connection != options.Connection || !long.TryParse(ticket.Number, NumberStyles.None, null, out _))
            return null;
        var answer = await rest.Get($"ticket/{ticket.Number}?fields%5BQueue%5D=Name", stop);
        if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden) return null;
        if (!answer.IsSuccess || answer.Body.ValueKind != JsonValueKind.Object)
            throw new DeskUnavailableException($"{ticket} could not be read: {answer.Says}");
        // A merged ticket answers 200 with the id of the ticket that it went into.
        if (answer.Body.Text("id") != ticket.Number || answer.Body.Text("Status") == "deleted") return null;
        var fields = CustomFields(answer.Body);
        return new TicketState(Read(ticket, answer, fields), fields);
    }

    public async Task<Ticket> WithDescription(TicketState state, CancellationToken stop) =>
        state.Ticket with { Description = await _description.Of(state.Ticket.Id, stop) };

    private Ticket Read(TicketId id, RestAnswer answer, Dictionary<string, CustomFieldState> fields)
    {
        var body = answer.Body;
        string? Field(string? name) => name is not null && fields.TryGetValue(name, out var its) ? its.Value : null;
        return new Ticket
        {
            Id = id,
            Title = body.Text("Subject") ?? "",
            Description = "",
            Status = options.StatusOf(body.Text("Status") ?? ""),
            Team = new Team(body.Property("Queue")?.Text("Name") ?? ""),
            Assignee = Person(body.Property("Owner")),
            Requester = body.Items("Requestor").Select(requestor => Person(requestor)).FirstOrDefault(),
            Priority = options.PriorityOf((int)(body.Number("Priority") ?? 0)),
            Category = Field(options.CategoryField),
            ConfigurationItem = Field(options.ConfigurationItemField),
            Service = Field(options.ServiceField),
            IsVip = Field(options.VipField) is not null,
            Version = answer.Version ?? "",
            CreatedAt = body.Time("Created") ?? DateTimeOffset.UnixEpoch,
            UpdatedAt = body.Time("LastUpdated") ?? DateTimeOffset.UnixEpoch,
            Marker = Field(options.MarkerField),
            DuplicateOf = Field(options.DuplicateField),
            Link = new Uri(options.Url.AbsoluteUri.TrimEnd('/') + "/Ticket/Display.html?id=" + id.Number),
        };
    }

    private static Person? Person(JsonElement? user) =>
        user?.Text("id") is { Length: > 0 } name && name != Nobody ? new Person(name) : null;

    private static Dictionary<string, CustomFieldState> CustomFields(JsonElement body)
    {
        var fields = new Dictionary<string, CustomFieldState>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in body.Items("CustomFields"))
        {
            var value = field.Items("values").Select(each => each.Text()).FirstOrDefault();
            fields[field.Text("name") ?? ""] =
                new CustomFieldState(field.Text("id") ?? "", string.IsNullOrEmpty(value) ? null : value);
        }

        return fields;
    }
}
