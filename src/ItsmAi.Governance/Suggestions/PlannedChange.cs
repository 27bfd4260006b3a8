using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Governance.Suggestions;

/// <summary>The values that a suggestion would set. All null: only a note.</summary>
public sealed record PlannedChange(Team? Team, string? Category, Priority? Priority)
{
    public static PlannedChange NoteOnly { get; } = new(null, null, null);

    public bool IsNoteOnly => Team is null && Category is null && Priority is null;
}
