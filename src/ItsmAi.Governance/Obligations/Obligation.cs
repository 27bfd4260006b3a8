using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations.Owners;

namespace ItsmAi.Governance.Obligations;

/// <summary>
/// Something that a named person owes by a date, because ItsmAi found it and may not, or cannot, do it alone.
/// </summary>
public sealed record Obligation
{
    /// <summary>Deterministic, so that adding it again changes nothing.</summary>
    public required string Id { get; init; }

    /// <exception cref="ArgumentException">It is empty: no finding without an owner.</exception>
    public required Person Owner
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value.Account, nameof(value));
            field = value;
        }
    }

    public required DateTimeOffset RaisedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>What is owed, in one sentence.</summary>
    public required string Says { get; init; }

    /// <summary>The decision, dead letter or finding that it is about.</summary>
    public required string About { get; init; }

    public ObligationKind Kind { get; init; } = ObligationKind.Answer;

    /// <summary>The practice that it belongs to, such as <c>incidents</c> or <c>problems</c>.</summary>
    public string Practice { get; init; } = "incidents";

    /// <summary>Whom it should have gone to, where that person could not be its owner.</summary>
    public Person? InsteadOf { get; init; }

    /// <summary>
    /// Why it went to the practice owner of last resort; null where the owner is the one that was meant.
    /// </summary>
    public string? OwnershipException { get; init; }

    /// <summary>How often it was handed on because its owner could no longer be one.</summary>
    public int HandedOn { get; init; }

    /// <summary>When the owner has to have said that they have it; null where nobody asks.</summary>
    public DateTimeOffset? AcknowledgeBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>How many steps it went up. It never falls, not even when an ended one is opened again.</summary>
    public int Level { get; init; }

    /// <summary>The level at which it was last opened: what went up is counted from there.</summary>
    public int OpenedAtLevel { get; init; }

    /// <summary>Whom it went up to last; the owner owes it all the same.</summary>
    public Person? EscalatedTo { get; init; }

    public DateTimeOffset? EscalatedAt { get; init; }

    public int Reminders { get; init; }

    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>How often it was opened again.</summary>
    public int Reopened { get; init; }

    /// <summary>Null while it is open.</summary>
    public Disposition? Disposition { get; init; }

    public string? DisposedBy { get; init; }

    public DateTimeOffset? DisposedAt { get; init; }

    /// <summary>Why it was rejected.</summary>
    public RejectionReason? Reason { get; init; }

    /// <summary>The problem, change or article that it was accepted as.</summary>
    public string? Reference { get; init; }

    /// <summary>When an accepted risk ends, and the obligation is open again.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Nothing more will come of it: it has ended, and no date opens it again.</summary>
    internal bool IsOver => Disposition is not (null or Obligations.Disposition.RiskAccepted);

    /// <summary>Who is to hear of it: its owner, and whom it went up to.</summary>
    internal IReadOnlyList<Person> Concerned =>
        EscalatedTo is { } above && above != Owner ? [above, Owner] : [Owner];

    public bool IsOverdue(DateTimeOffset now) => Disposition is null && DueAt < now;

    /// <summary>It stands in this person's inbox: they owe it, or it went up to them.</summary>
    public bool Concerns(Person person) => Concerned.Any(one => one.IsSame(person));
}
