using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Hosting.Reactions.Closing;

/// <summary>A resolved ticket that waits for its end, or whose end waits for the time in which it would have been wrong.</summary>
public sealed record ClosureCase
{
    public required TicketId Ticket { get; init; }

    /// <summary>When it is to be looked at again, if nothing happens to it before.</summary>
    public required DateTimeOffset LookAt { get; init; }

    /// <summary>The decision by which we ourselves resolved it; null where a person did.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>The decision to close it, noted before it is made.</summary>
    public string? Decision { get; init; }

    /// <summary>Who answers for that decision.</summary>
    public Person? Accountable { get; init; }

    /// <summary>Drawn for a person's review, should it be closed.</summary>
    public bool IsSampled { get; init; }

    /// <summary>When we closed it; null while we did not.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The obligation that says why it stays open.</summary>
    public string? Owed { get; init; }
}
