using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker.Transactions;

/// <summary>
/// The event that a transaction is. Each transaction that matters is an event of its own, named by its id alone, so a
/// webhook that carries a batch and the feed that walks one by one can never make two events of one happening.
/// </summary>
internal sealed class TransactionEvents(RequestTrackerOptions options)
{
    /// <summary>Null for what is no news of a ticket: outgoing mail, watchers, links.</summary>
    public Event? Of(TicketTransaction told, DateTimeOffset receivedAt, string rawHash)
    {
        if (Reading(told) is not { } reading) return null;
        return new Event
        {
            Id = new EventId($"{options.Connection}/txn-{told.Id}"),
            Kind = reading.Kind,
            Subject = new TicketId(options.Connection, told.Ticket),
            OccurredAt = told.Created ?? receivedAt,
            ReceivedAt = receivedAt,
            Sequence = told.Id,
            Actor = told.Creator is { Length: > 0 } creator ? new Person(creator) : null,
            Changes = reading.Change is { } change ? [change] : [],
            RawHash = rawHash,
        };
    }

    private (EventKind Kind, FieldChange? Change)? Reading(TicketTransaction told) => told.Type switch
    {
        "Create" => (EventKind.TicketCreated, null),
        "Correspond" => (EventKind.TicketReplied, null),
        "Comment" => (EventKind.TicketCommented, null),
        "Status" => (StatusKind(told.Old ?? "", told.New ?? ""), Change("status", told)),
        "CustomField" => (EventKind.TicketUpdated, Change(CustomField(told), told)),
        "Set" when SetField(told.Field) is { } field => (EventKind.TicketUpdated, Change(field, told)),
        _ => null,
    };

    private static string? SetField(string field) => field switch
    {
        "Queue" => "team",
        // A change of owner is recorded twice, as Set and as SetWatcher; the latter is left out.
        "Owner" => "assignee",
        "Priority" => "priority",
        "Subject" => "title",
        _ => null,
    };

    private string CustomField(TicketTransaction told)
    {
        var name = told.FieldName ?? "#" + told.Field;
        return name.Equals(options.CategoryField, StringComparison.OrdinalIgnoreCase) ? "category" : name;
    }

    private static FieldChange Change(string field, TicketTransaction told) =>
        new(field, Value(field, told.Old), Value(field, told.New));

    private static string? Value(string field, string? told) =>
        string.IsNullOrEmpty(told) || (field == "assignee" && told == "Nobody") ? null : told;

    private EventKind StatusKind(string old, string now)
    {
        if (now == "deleted") return EventKind.TicketDeleted;
        var (was, its) = (options.StatusOf(old), options.StatusOf(now));
        if (was.IsFinished() && !its.IsFinished()) return EventKind.TicketReopened;
        return !was.IsFinished() && its is TicketStatus.Resolved or TicketStatus.Closed
            ? EventKind.TicketResolved
            : EventKind.TicketUpdated;
    }
}
