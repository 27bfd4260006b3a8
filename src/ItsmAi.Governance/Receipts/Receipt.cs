using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Receipts;

/// <summary>
/// The testimony of one step, written once and never changed. What a kind has no use for stays null. It holds labels,
/// numbers, hashes, pseudonyms and the few redacted words that weighed; no sentence that a requester wrote.
/// </summary>
public sealed record Receipt
{
    /// <summary>
    /// Deterministic: the decision and the step, so that a redelivery finds it instead of writing it again.
    /// </summary>
    public required string Id { get; init; }

    public required ReceiptKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The decision that this is a step of.</summary>
    public required string Decision { get; init; }

    public TicketId? Subject { get; init; }

    /// <summary>The event that led here.</summary>
    public string? Event { get; init; }

    /// <summary>
    /// Who did it: our own account name for what ItsmAi did, else the person's, which is written as a pseudonym.
    /// </summary>
    public required string Actor { get; init; }

    public ActionKind? Action { get; init; }

    public string? Class { get; init; }

    /// <summary>The class by its stable id, which renaming and retraining do not change.</summary>
    public string? ClassId { get; init; }

    /// <summary>
    /// Every name that rules may know the class by, earlier ones and its parents' included; null where the label is all.
    /// </summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    public Verdict? Verdict { get; init; }

    public AutonomyLevel? Level { get; init; }

    /// <summary>How far policy and gates would have let it go, whatever was earned.</summary>
    public AutonomyLevel? Ceiling { get; init; }

    /// <summary>The rule of the policy that allowed this much.</summary>
    public string? Rule { get; init; }

    /// <summary>Why governance answered as it did.</summary>
    public string? Because { get; init; }

    public string? Headline { get; init; }

    /// <summary>Why the practice suggested it, a reason a line.</summary>
    public IReadOnlyList<string>? Reasons { get; init; }

    public double? Confidence { get; init; }

    public int? Completeness { get; init; }

    public bool? Vip { get; init; }

    public IReadOnlyList<Candidate>? Candidates { get; init; }

    public IReadOnlyList<Gate>? Gates { get; init; }

    public PlannedChange? Change { get; init; }

    /// <summary>The ticket's values before.</summary>
    public TicketFields? Before { get; init; }

    /// <summary>The ticket's values as read back.</summary>
    public TicketFields? After { get; init; }

    /// <summary>The ticket that was opened.</summary>
    public TicketId? Opened { get; init; }

    /// <summary>The desk's version as read back; an event that carries it is an echo of ours.</summary>
    public string? DeskVersion { get; init; }

    public string? InputHash { get; init; }

    public Versions? Versions { get; init; }

    public string? PolicyVersion { get; init; }

    public OutcomeKind? Outcome { get; init; }

    /// <summary>The field that a person set: <c>team</c> or <c>category</c>.</summary>
    public string? Field { get; init; }

    /// <summary>Where a person or reality put it instead: a team or a class.</summary>
    public string? To { get; init; }

    /// <summary>When it happened by the source's clock, which may be long before it was told.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The minutes that a wrong placement cost, from it until the ticket was moved on.</summary>
    public double? MinutesLost { get; init; }

    /// <summary>The level before, where one was changed.</summary>
    public AutonomyLevel? FromLevel { get; init; }

    /// <summary>The share that was measured, with its interval.</summary>
    public MeasuredShare? Measured { get; init; }

    /// <summary>Ids of the decisions or receipts that this rests on.</summary>
    public IReadOnlyList<string>? Evidence { get; init; }

    /// <summary>What came of it, in a sentence.</summary>
    public string? Result { get; init; }

    /// <summary>Who owes what came to be owed, or whom it went up to.</summary>
    public string? Owner { get; init; }

    /// <summary>Who answers for what was decided, beside the owner of the policy.</summary>
    public string? Accountable { get; init; }

    /// <summary>The obligation, where this is a step of one.</summary>
    public ObligationTerms? Owed { get; init; }
}
