using ItsmAi.Desk.Alerts;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Desk.Events;

/// <summary>
/// Something happened to a ticket or a watched system: verified, stored once, handled in order per subject. It is a hint
/// to look at the desk, not the truth about the ticket: whoever handles it reads the ticket first.
/// </summary>
public sealed record Event
{
    public required EventId Id { get; init; }

    public required EventKind Kind { get; init; }

    public required TicketId Subject { get; init; }

    /// <summary>When the source says it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When we accepted it, by our own clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Rises per subject where the source numbers its changes; 0 where it does not.</summary>
    public long Sequence { get; init; }

    /// <summary>Who did it, by the source's account name; null where the source does not say.</summary>
    public Person? Actor { get; init; }

    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>For our own decision kinds: the decision that the person answered.</summary>
    public string? Decision { get; init; }

    /// <summary>For the alert kinds: the alert. Their subject is the source's stream of alerts, which keeps their order.</summary>
    public Alert? Alert { get; init; }

    /// <summary>
    /// SHA-256 of the raw body that carried it, in lower case hex; empty when it was found by a sweep.
    /// </summary>
    public string RawHash { get; init; } = "";

    /// <summary>Why a person answered as they did; shown, never interpreted.</summary>
    public string? Remark { get; init; }
}
