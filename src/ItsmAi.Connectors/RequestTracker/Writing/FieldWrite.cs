using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker.Writing;

/// <summary>One field that is to go from one value to another; null stands for none.</summary>
internal sealed record FieldWrite(WritableField Field, string? From, string? To)
{
    public string Name => Field == WritableField.DuplicateOf ? "duplicate of" : Field.ToString().ToLowerInvariant();

    public string? Current(TicketFields ticket) => Of(Field, ticket);

    public bool IsFrom(TicketFields ticket) => Same(Current(ticket), From);

    public bool IsTo(TicketFields ticket) => Same(Current(ticket), To);

    public static string? Of(WritableField field, TicketFields ticket) => field switch
    {
        WritableField.Team => ticket.Team.Name,
        WritableField.Category => ticket.Category,
        WritableField.Status => ticket.Status.ToString(),
        WritableField.DuplicateOf => ticket.DuplicateOf,
        _ => ticket.Priority?.ToString(),
    };

    // Request Tracker finds queues and select values without regard to case.
    public static bool Same(string? one, string? other) =>
        string.Equals(one ?? "", other ?? "", StringComparison.OrdinalIgnoreCase);
}
