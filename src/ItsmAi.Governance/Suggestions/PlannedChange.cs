using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Governance.Suggestions;

/// <summary>The values that a suggestion would set. All null: only a note.</summary>
public sealed record PlannedChange(Team? Team, string? Category, Priority? Priority)
{
    public static PlannedChange NoteOnly { get; } = new(null, null, null);

    /// <summary>The ticket that would be opened; its team is <see cref="Team"/> too, for that is who gets it.</summary>
    public TicketOpening? Opening { get; init; }

    public TicketStatus? Status { get; init; }

    /// <summary>The text that would take the place of the ticket's summary.</summary>
    public string? Summary { get; init; }

    /// <summary>The number of the ticket that it would be a duplicate of; empty: nobody's duplicate.</summary>
    public string? DuplicateOf { get; init; }

    public bool IsNoteOnly => this == NoteOnly;

    /// <summary>True where nothing but the summary changes: it says itself what it says, and takes no note.</summary>
    public bool IsSummaryOnly => Summary is not null && this with { Summary = null } == NoteOnly;
}
