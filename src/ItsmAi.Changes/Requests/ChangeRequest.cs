using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Reviews;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;

namespace ItsmAi.Changes.Requests;

/// <summary>
/// One preventive change from its prediction to its close. It is only ever altered by <see cref="Apply"/>, which refuses
/// what the law forbids.
/// </summary>
public sealed record ChangeRequest
{
    public required string Id { get; init; }

    /// <summary>The prediction that asked for it.</summary>
    public required string Prediction { get; init; }

    public required ConfigurationItem Item { get; init; }

    /// <summary>The team that carries it out.</summary>
    public required Team Team { get; init; }

    /// <summary>Who asked for it: an AI identity, where a forecast did.</summary>
    public required Person Requester { get; init; }

    public bool IsAiInitiated { get; init; } = true;

    /// <summary>The model's id, by which its history is counted; null where no model prevents the condition.</summary>
    public string? ModelId { get; init; }

    /// <summary>The model and its version, as receipts name it.</summary>
    public string? Model { get; init; }

    public required IReadOnlyList<string> Steps { get; init; }

    public required DateTimeOffset PredictedAt { get; init; }

    public required DateTimeOffset FailsAt { get; init; }

    /// <summary>When it was made out of the prediction.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    public ChangeState State { get; init; } = ChangeState.Proposed;

    public RiskScore? Risk { get; init; }

    public PathChoice? Path { get; init; }

    /// <summary>When it begins, once there is a time.</summary>
    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public DateTimeOffset? DecisionDue { get; init; }

    public DateTimeOffset? LatestSafeStart { get; init; }

    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>Null for a standard change and for one that nobody has approved.</summary>
    public Person? ApprovedBy { get; init; }

    /// <summary>When it was authorised: by a person, or by its model.</summary>
    public DateTimeOffset? AuthorisedAt { get; init; }

    /// <summary>Who signed so far for a time during a freeze; two in two roles make an exemption.</summary>
    public IReadOnlyList<FreezeSignature> Signatures { get; init; } = [];

    /// <summary>The two persons who signed for a time during a freeze.</summary>
    public IReadOnlyList<Person> FreezeSigners { get; init; } = [];

    /// <summary>The freezes that they signed for; one that is declared later is not among them.</summary>
    public IReadOnlyList<string> ExemptFreezes { get; init; } = [];

    public bool IsEmergency { get; init; }

    public string? TestEvidence { get; init; }

    public DateTimeOffset? BegunAt { get; init; }

    public DateTimeOffset? ImplementedAt { get; init; }

    public bool HasFailed { get; init; }

    public bool CausedIncident { get; init; }

    /// <summary>The review that it owes or owed; null where none is due.</summary>
    public ChangeReview? Review { get; init; }

    public IReadOnlyList<ChangeMove> Moves { get; init; } = [];

    /// <summary>Nothing more comes of it.</summary>
    public bool IsOver => State is ChangeState.Closed or ChangeState.Rejected;

    /// <summary>The change after the step, or why the step may not be taken. The change itself stays as it is.</summary>
    public ChangeAnswer Apply(ChangeStep step, ChangeLaw law) => ApplyStep.To(this, step, law);
}
