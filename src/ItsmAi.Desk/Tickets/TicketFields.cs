using ItsmAi.Desk.People;

namespace ItsmAi.Desk.Tickets;

/// <summary>
/// The values of a ticket that we may set or must respect, as they stood at one moment. A field that differs from its
/// basis was touched by somebody since.
/// </summary>
/// <param name="Assignee">Null while nobody has taken it.</param>
/// <param name="Priority">Null while nobody has set one.</param>
/// <param name="Category">Null while nobody has set one.</param>
public sealed record TicketFields(
    TicketStatus Status, Team Team, Person? Assignee, Priority? Priority, string? Category)
{
    /// <summary>The number of the ticket that it is a duplicate of; null where it is nobody's duplicate.</summary>
    public string? DuplicateOf { get; init; }
}
