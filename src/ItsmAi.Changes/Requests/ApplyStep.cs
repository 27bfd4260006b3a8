using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Reviews;
using ItsmAi.Governance.Duties;

namespace ItsmAi.Changes.Requests;

/// <summary>Takes a step of a change, or says why it may not be taken.</summary>
internal static class ApplyStep
{
    public static ChangeAnswer To(ChangeRequest change, ChangeStep step, ChangeLaw law)
    {
        if (!IsPossible(change.State, step)) return Refused($"{NameOf(step)} is not possible while the change is {change.State}");
        if (step.At < (change.Moves is [.., var last] ? last.At : change.ProposedAt))
            return Refused("at: the step is earlier than the one before it");
        if (string.IsNullOrWhiteSpace(step.By.Account)) return Refused("by: nobody is named who takes the step");
        return step switch
        {
            ChangeStep.AssessRisk risk =>
                Moved(change with { Risk = risk.Score }, step, $"risk {risk.Score.Risk}, {risk.Score.Points} of 100"),
            ChangeStep.Foresee sooner => Foresee(change, sooner),
            ChangeStep.Plan plan => Authorising.Plan(change, plan, law),
            ChangeStep.AskForDecision ask => Authorising.Ask(change, ask),
            ChangeStep.Approve approval => Authorising.Approve(change, approval, law),
            ChangeStep.SignExemption signature => Authorising.Sign(change, signature, law),
            ChangeStep.Reject rejection => Reject(change, rejection, law),
            ChangeStep.Escalate escalation => Escalate(change, escalation),
            ChangeStep.BecomeEmergencyCandidate late => BecomeCandidate(change, late),
            ChangeStep.Begin begin => Authorising.Begin(change, begin, law),
            ChangeStep.Finish finish => Finish(change, finish, law),
            ChangeStep.TieIncident tie => TieIncident(change, tie, law),
            ChangeStep.Review review => Review(change, review, law),
            ChangeStep.Close => Close(change, step),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "no such step"),
        };
    }

    internal static ChangeAnswer Refused(string says) => new ChangeAnswer.Refused(new Refusal(says));

    internal static ChangeAnswer Moved(ChangeRequest now, ChangeStep step, string says) => new ChangeAnswer.Moved(
        now with { Moves = [.. now.Moves, new ChangeMove(step.At, step.By.Account, NameOf(step), now.State, says)] });

    private static bool IsPossible(ChangeState state, ChangeStep step) => state switch
    {
        ChangeState.Proposed => step is ChangeStep.AssessRisk or ChangeStep.Plan or ChangeStep.AskForDecision or ChangeStep.Reject
            or ChangeStep.BecomeEmergencyCandidate,
        ChangeState.AwaitingDecision => step is ChangeStep.AssessRisk or ChangeStep.Plan or ChangeStep.AskForDecision
            or ChangeStep.Foresee or ChangeStep.Approve or ChangeStep.SignExemption or ChangeStep.Reject or ChangeStep.Escalate
            or ChangeStep.BecomeEmergencyCandidate,
        ChangeState.Scheduled => step is ChangeStep.Foresee or ChangeStep.Plan or ChangeStep.AskForDecision or ChangeStep.Begin
            or ChangeStep.Reject or ChangeStep.BecomeEmergencyCandidate,
        ChangeState.EmergencyCandidate => step is ChangeStep.AssessRisk or ChangeStep.Approve or ChangeStep.SignExemption
            or ChangeStep.Reject,
        ChangeState.Implementing => step is ChangeStep.Finish,
        ChangeState.Implemented => step is ChangeStep.TieIncident or ChangeStep.Review or ChangeStep.Close,
        ChangeState.Reviewed => step is ChangeStep.TieIncident or ChangeStep.Close,
        _ => false,
    };

    private static ChangeAnswer Foresee(ChangeRequest change, ChangeStep.Foresee step)
    {
        if (change.ApprovedBy is not null) return Refused("a person approved its time; they decide whether another is needed");
        if (step.FailsAt >= change.FailsAt) return Refused("failsAt: it is not sooner than was foreseen");
        var unplanned = Authorising.Without(change) with { DecisionDue = null, LatestSafeStart = null, Path = null };
        return Moved(
            unplanned with { State = ChangeState.Proposed, FailsAt = step.FailsAt },
            step,
            $"the failure is now foreseen for {step.FailsAt.ToUniversalTime():yyyy-MM-dd HH:mm} UTC");
    }

    private static ChangeAnswer Reject(ChangeRequest change, ChangeStep.Reject step, ChangeLaw law)
    {
        if (law.Duties.OfAct(step.By) is { } refusal) return new ChangeAnswer.Refused(refusal);
        return string.IsNullOrWhiteSpace(step.Why)
            ? Refused("why: a rejection says its reason")
            : Moved(change with { State = ChangeState.Rejected }, step, step.Why);
    }

    private static ChangeAnswer Escalate(ChangeRequest change, ChangeStep.Escalate step)
    {
        if (change.EscalatedAt is not null) return Refused("it went up to the change authority before");
        if (change.DecisionDue is not { } due || step.At < due) return Refused("the decision is not overdue yet");
        var path = change.Path!;
        var roles = path.ApproverRoles.Append(ApproverRoles.Authority).Distinct(StringComparer.Ordinal);
        return Moved(
            change with { EscalatedAt = step.At, Path = path with { ApproverRoles = [.. roles] } }, step, "the decision is overdue");
    }

    private static ChangeAnswer BecomeCandidate(ChangeRequest change, ChangeStep.BecomeEmergencyCandidate step)
    {
        // A start at the latest safe minute is still safe; a decision at it is too late to be carried out.
        if (change.LatestSafeStart is { } latest && (change.State == ChangeState.Scheduled ? step.At <= latest : step.At < latest))
            return Refused("a safe start is still possible");
        const string Says = "no safe start is left; people decide whether it is an emergency";
        var path = new PathChoice(ChangePath.EmergencyCandidate, ApproverRoles.Of(ChangePath.EmergencyCandidate), [Says]);
        return Moved(Authorising.Without(change) with { State = ChangeState.EmergencyCandidate, Path = path }, step, Says);
    }

    private static ChangeAnswer Finish(ChangeRequest change, ChangeStep.Finish step, ChangeLaw law)
    {
        var done = change with
        {
            State = ChangeState.Implemented,
            ImplementedAt = step.At,
            HasFailed = step.HasFailed,
            CausedIncident = step.CausedIncident,
        };
        var review = ReviewRules.Owed(Facts(done, step.EarlierAiChanges), law.Settings, law.Hours);
        var says = review is null ? "no review is due" : $"a review is due: {string.Join(", ", review.Because)}";
        return Moved(done with { Review = review }, step, says);
    }

    private static ChangeAnswer TieIncident(ChangeRequest change, ChangeStep.TieIncident step, ChangeLaw law)
    {
        if (string.IsNullOrWhiteSpace(step.Incident)) return Refused("incident: it is not named");
        var tied = change with { State = ChangeState.Implemented, CausedIncident = true };
        var facts = Facts(tied, law.Settings.ReviewFirstAi) with { ImplementedAt = step.At };
        var review = change.Review is { CompletedAt: null } open ? open : ReviewRules.Owed(facts, law.Settings, law.Hours);
        return Moved(tied with { Review = review }, step, $"incident {step.Incident} was its doing");
    }

    private static ChangeAnswer Review(ChangeRequest change, ChangeStep.Review step, ChangeLaw law)
    {
        if (law.Duties.OfAct(step.By) is { } refusal) return new ChangeAnswer.Refused(refusal);
        if (change.Review is not { } review) return Refused("no review is due");
        return string.IsNullOrWhiteSpace(step.Finding)
            ? Refused("finding: a review says what it found")
            : Moved(
                change with
                {
                    State = ChangeState.Reviewed,
                    Review = review with { CompletedAt = step.At, CompletedBy = step.By },
                },
                step,
                step.Finding);
    }

    private static ChangeAnswer Close(ChangeRequest change, ChangeStep step) =>
        change.Review is { CompletedAt: null }
            ? Refused("a review is due and was not held")
            : Moved(change with { State = ChangeState.Closed }, step, "closed");

    private static ReviewFacts Facts(ChangeRequest change, int earlierAiChanges) =>
        new(change.Id, change.Model ?? "", change.Team, change.ImplementedAt!.Value)
        {
            HasFailed = change.HasFailed,
            CausedIncident = change.CausedIncident,
            IsEmergency = change.IsEmergency,
            IsAiInitiated = change.IsAiInitiated,
            EarlierAiChanges = earlierAiChanges,
        };

    private static string NameOf(ChangeStep step) => step.GetType().Name;
}
