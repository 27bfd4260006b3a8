using ItsmAi.Desk.Tickets;

namespace ItsmAi.Hosting.Reactions.Alerts;

/// <summary>What became of one group of alerts at the desk. Receipts are the truth; this is how it is found again.</summary>
public sealed record GroupIncident
{
    public required string Group { get; init; }

    /// <summary>The decision on whether to open an incident.</summary>
    public required string Decision { get; init; }

    /// <summary>What was decided on, so that other facts are decided on anew.</summary>
    public required string Occasion { get; init; }

    /// <summary>Which incident of the group it is, from 1: a group that fires again after its incident ended gets another.</summary>
    public int Round { get; init; } = 1;

    /// <summary>The incident; null while none was opened.</summary>
    public TicketId? Ticket { get; init; }

    /// <summary>Incidents of groups that turned out to be part of this one: they end with it.</summary>
    public IReadOnlyList<TicketId> Others { get; init; } = [];

    /// <summary>The summary that the incident shows, by the SHA-256 of its text.</summary>
    public string? Told { get; init; }

    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>True when it is resolved, cancelled or otherwise nobody's affair any more.</summary>
    public bool Ended { get; init; }
}
