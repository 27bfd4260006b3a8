using ItsmAi.Desk.People;

namespace ItsmAi.Desk.Tickets;

/// <summary>
/// What we ask a desk to do to one ticket, in one go: a note inside the desk and, where they are given, new values.
/// A null field is left alone.
/// </summary>
public sealed record TicketChange
{
    public required TicketId Ticket { get; init; }

    /// <summary>
    /// The decision that this carries out; written to the ticket's marker field so that it is done once.
    /// </summary>
    public required string Marker { get; init; }

    /// <summary>An internal note, never shown to the requester; null for no note.</summary>
    public string? Note { get; init; }

    public Team? Team { get; init; }

    public string? Category { get; init; }

    public Priority? Priority { get; init; }

    public TicketStatus? Status { get; init; }

    /// <summary>
    /// The one text that we keep up to date on the ticket; it takes the place of the former. Null leaves it as it is.
    /// </summary>
    public string? Summary { get; init; }

    /// <summary>The number of the ticket that this is a duplicate of; empty: it is nobody's duplicate.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>How sure the suggestion was, 0 to 1; written where the desk has a field for it.</summary>
    public double? Confidence { get; init; }

    /// <summary>
    /// The ticket as it stood when the suggestion was made: a field that differs now was touched by somebody.
    /// </summary>
    public required TicketFields Basis { get; init; }
}
