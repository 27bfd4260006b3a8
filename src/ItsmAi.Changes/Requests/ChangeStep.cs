using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Scheduling;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;

namespace ItsmAi.Changes.Requests;

/// <summary>One thing that happens to a change.</summary>
public abstract record ChangeStep
{
    private ChangeStep()
    {
    }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; the product's own account where nobody did.</summary>
    public required Person By { get; init; }

    /// <summary>The step that carries a plan into the change.</summary>
    public static ChangeStep Of(ChangePlan plan, DateTimeOffset at, Person by) => plan switch
    {
        ChangePlan.Scheduled one =>
            new Plan(one.Start, one.End, one.Path, one.DecisionDue, one.LatestSafeStart, one.Leave) { At = at, By = by },
        ChangePlan.NeedsDecision one => new AskForDecision(one.DecisionDue, one.LatestSafeStart, one.Path) { At = at, By = by },
        ChangePlan.EmergencyCandidate => new BecomeEmergencyCandidate { At = at, By = by },
        _ => throw new ArgumentOutOfRangeException(nameof(plan), plan, "no such plan"),
    };

    /// <summary>The risk was assessed and is on record from now on.</summary>
    public sealed record AssessRisk(RiskScore Score) : ChangeStep;

    /// <summary>The failure is foreseen sooner than its plan was made for; it is to be planned anew.</summary>
    public sealed record Foresee(DateTimeOffset FailsAt) : ChangeStep;

    /// <summary>It has a time. On the standard path this authorises it, while the pre-authorisation holds.</summary>
    /// <param name="DecisionDue">When the approval has to be there; null on the standard path.</param>
    /// <param name="Leave">What the standard path rests on; null on the others.</param>
    public sealed record Plan(
        DateTimeOffset Start,
        DateTimeOffset End,
        PathChoice Path,
        DateTimeOffset? DecisionDue,
        DateTimeOffset LatestSafeStart,
        PreAuthorisation? Leave) : ChangeStep;

    /// <summary>There is no place for it: people have to make one, or choose otherwise.</summary>
    public sealed record AskForDecision(DateTimeOffset DecisionDue, DateTimeOffset LatestSafeStart, PathChoice Path) : ChangeStep;

    /// <summary>A person authorises it, in a role, for a time.</summary>
    /// <param name="AsEmergency">The person declares it an emergency change.</param>
    /// <param name="Signatures">For a time during a freeze: two persons' words in two roles.</param>
    public sealed record Approve(
        string Role, DateTimeOffset Start, DateTimeOffset End, bool AsEmergency, IReadOnlyList<FreezeSignature> Signatures)
        : ChangeStep;

    /// <summary>A person signs, in a role, that it may be done during a freeze.</summary>
    public sealed record SignExemption(string Role) : ChangeStep;

    /// <summary>A person decides against it.</summary>
    public sealed record Reject(string Why) : ChangeStep;

    /// <summary>The decision is overdue: it goes up to the change authority.</summary>
    public sealed record Escalate : ChangeStep;

    /// <summary>The latest safe start is past, or there never was one.</summary>
    public sealed record BecomeEmergencyCandidate : ChangeStep;

    /// <param name="TestEvidence">What shows that it was tested.</param>
    /// <param name="Leave">For a standard change: what it rests on at this moment.</param>
    public sealed record Begin(string TestEvidence, PreAuthorisation? Leave) : ChangeStep;

    /// <param name="EarlierAiChanges">How many changes of the model AI had begun before; the first few are reviewed.</param>
    public sealed record Finish(bool HasFailed, bool CausedIncident, int EarlierAiChanges) : ChangeStep;

    /// <summary>An incident turned out to be this change's doing.</summary>
    public sealed record TieIncident(string Incident) : ChangeStep;

    /// <summary>The post-implementation review was held.</summary>
    public sealed record Review(string Finding) : ChangeStep;

    public sealed record Close : ChangeStep;
}
