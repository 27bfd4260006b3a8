namespace ItsmAi.Governance.Receipts;

/// <summary>What a receipt testifies.</summary>
public enum ReceiptKind
{
    /// <summary>Governance decided on a suggestion. Written before anything is written to a desk.</summary>
    Decided,

    /// <summary>The desk shows what was decided, read back.</summary>
    Applied,

    /// <summary>The desk does not show it: a person was faster, the desk refused it, or the ticket is gone.</summary>
    NotApplied,

    /// <summary>A person approved a proposal.</summary>
    Approved,

    /// <summary>A person rejected a proposal.</summary>
    Rejected,

    /// <summary>A person asked to undo what was done.</summary>
    UndoAsked,

    /// <summary>The earlier values are back.</summary>
    Undone,

    /// <summary>Reality said whether a suggestion was right.</summary>
    Outcome,

    /// <summary>Somebody stopped automation, or part of it.</summary>
    Stopped,

    /// <summary>Somebody let automation go on.</summary>
    Resumed,

    /// <summary>A message was given up and waits for a person.</summary>
    DeadLettered,

    /// <summary>Measured outcomes would bear one rung more; a person has to approve it.</summary>
    PromotionProposed,

    /// <summary>Somebody who is not the use case's owner approved one rung more.</summary>
    Promoted,

    /// <summary>Outcomes took autonomy away, at once.</summary>
    Demoted,

    /// <summary>Somebody barred a class from automation.</summary>
    Blocked,

    /// <summary>Somebody lifted the bar from a class.</summary>
    Unblocked,

    /// <summary>The confidence that a class needs was set.</summary>
    ThresholdSet,

    /// <summary>A class was added, renamed, split or merged.</summary>
    TaxonomyChanged,

    /// <summary>Another model came into use; what is blocked stays blocked and is listed.</summary>
    ModelActivated,

    /// <summary>Overrides were examined for their cause.</summary>
    OverridesExamined,

    /// <summary>Too much was done by itself in too short a time.</summary>
    BreakerTripped,

    /// <summary>Somebody tried whether the brake brakes.</summary>
    Drilled,

    /// <summary>A reviewer approves everything faster than it can be read.</summary>
    ReviewerFlagged,

    /// <summary>An approval that needs a second one, by somebody else.</summary>
    ApprovedInPart,

    /// <summary>Somebody put forward another policy.</summary>
    PolicyProposed,

    /// <summary>Another policy came into force.</summary>
    PolicyActivated,

    /// <summary>Somebody came to owe something.</summary>
    ObligationRaised,

    /// <summary>What was owed went one step up, for its date had passed.</summary>
    ObligationEscalated,

    /// <summary>An obligation came to its end.</summary>
    ObligationDisposed,

    /// <summary>An obligation that had ended is open again.</summary>
    ObligationReopened,

    /// <summary>The mapping from a pseudonym to a person was removed.</summary>
    PersonErased,

    /// <summary>The requester said that it is wrong.</summary>
    Disputed,

    /// <summary>The owner said that they have what they owe.</summary>
    ObligationAcknowledged,

    /// <summary>What was owed went to somebody else, for its owner can no longer be one.</summary>
    ObligationHandedOn,

    /// <summary>A change went one step on.</summary>
    ChangeMoved,

    /// <summary>Reality said what became of a prediction.</summary>
    PreventionJudged,

    /// <summary>Somebody lets a suspended change model be used again.</summary>
    ModelReinstated,
}
