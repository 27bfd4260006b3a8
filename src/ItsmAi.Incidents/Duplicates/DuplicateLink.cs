using System.Collections.Immutable;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Incidents.Duplicates;

/// <summary>One ticket that is a duplicate of a canonical one, and what a dispute would restore.</summary>
public sealed record DuplicateLink(TicketId Duplicate, TicketId Target, LinkedBy By, DateTimeOffset At)
{
    /// <summary>What it was linked to before; null where it was canonical.</summary>
    public DuplicateLink? Before { get; init; }

    /// <summary>The duplicates that it had itself and that went to the new root with it.</summary>
    public ImmutableArray<DuplicateLink> Brought { get; init; } = [];
}
