using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker.Reading;

/// <summary>A ticket as one GET shows it: all but its description, and the custom fields that it can have.</summary>
internal sealed record TicketState(Ticket Ticket, IReadOnlyDictionary<string, CustomFieldState> CustomFields)
{
    public string? Value(string? field) =>
        field is not null && CustomFields.TryGetValue(field, out var found) ? found.Value : null;
}
