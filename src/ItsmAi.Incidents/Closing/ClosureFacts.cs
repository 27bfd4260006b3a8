using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Incidents.Closing;

/// <summary>What is known of a ticket when it is asked whether it may be closed.</summary>
public sealed record ClosureFacts
{
    public required TicketId Ticket { get; init; }

    public required TicketStatus Status { get; init; }

    /// <summary>Null where nobody set it: then it may be a high one.</summary>
    public Priority? Priority { get; init; }

    /// <summary>The class of the ticket, such as <c>network/vpn</c>.</summary>
    public string? Class { get; init; }

    /// <summary>When it was resolved for the last time.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    public string? ResolutionCode { get; init; }

    public string? ResolutionNotes { get; init; }

    public int OpenChildren { get; init; }

    public int OpenApprovals { get; init; }

    public int OpenTasks { get; init; }

    /// <summary>Linked alerts that still fire.</summary>
    public int FiringAlerts { get; init; }

    public bool WasReopened { get; init; }

    /// <summary>How complete its data are, from 0 to 1.</summary>
    public double Completeness { get; init; }

    public bool IsVip { get; init; }

    public bool IsSecurity { get; init; }

    public bool IsRegulated { get; init; }

    /// <summary>The requester's last reply, whenever it came.</summary>
    public RequesterReply? LastReply { get; init; }

    /// <summary>The manager of the resolver's group: the person who answers for the closing.</summary>
    public Person? GroupManager { get; init; }
}
