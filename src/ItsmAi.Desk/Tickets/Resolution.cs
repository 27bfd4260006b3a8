using ItsmAi.Desk.People;

namespace ItsmAi.Desk.Tickets;

/// <summary>What a desk's record says of the way that a ticket was resolved, and of what was said since.</summary>
public sealed record Resolution
{
    /// <summary>When it was resolved for the last time; null where it never was.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Null where the desk does not say.</summary>
    public Person? ResolvedBy { get; init; }

    /// <summary>Null where nobody gave one.</summary>
    public string? Code { get; init; }

    /// <summary>What was done, in the resolver's words; null where nobody wrote any.</summary>
    public string? Notes { get; init; }

    /// <summary>Tickets that are a part of this one and still open.</summary>
    public int OpenChildren { get; init; }

    /// <summary>Approvals that this ticket waits for.</summary>
    public int OpenApprovals { get; init; }

    /// <summary>Whatever else this ticket waits for, and what somebody wants to be reminded of.</summary>
    public int OpenTasks { get; init; }

    /// <summary>It was resolved before, and opened again.</summary>
    public bool WasReopened { get; init; }

    /// <summary>What anybody but the agents in charge wrote to the requester's thread since it was resolved, oldest first.</summary>
    public IReadOnlyList<TicketReply> Replies { get; init; } = [];
}
