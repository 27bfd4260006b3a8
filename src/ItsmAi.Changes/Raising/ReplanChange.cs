using ItsmAi.Changes.Requests;
using ItsmAi.Changes.Scheduling;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;

namespace ItsmAi.Changes.Raising;

/// <summary>
/// A failure that comes nearer takes the safety from a plan that was made for a later one. Such a change is planned anew; what
/// a person approved is theirs to move.
/// </summary>
public static class ReplanChange
{
    /// <summary>
    /// Whether the failure is foreseen so soon now that the time, or the decision on one, would come too late. A forecast moves
    /// a little with every look, which the margin is there for: half of it has to be used up.
    /// </summary>
    public static bool IsOvertaken(ChangeCase one, Foreseen.Fails foreseen, TimeSpan margin)
    {
        var change = one.Change;
        if (change.State is not (ChangeState.Scheduled or ChangeState.AwaitingDecision) || foreseen.Median >= change.FailsAt) return false;
        var latest = foreseen.Median - (margin / 2) - TimeSpan.FromMinutes(one.Minutes);
        return change.Start is { } start ? start > latest : change.DecisionDue is { } due && due >= latest;
    }

    /// <param name="law">As it is without this change's own time.</param>
    /// <returns>The case with its new plan; as it is where a person approved the one that it has.</returns>
    public static ChangeCase Of(
        ChangeCase one, Foreseen.Fails foreseen, ChangeModel model, ModelStanding standing, ChangeLaw law, Person self, DateTimeOffset now)
    {
        if (one.Change is not { Risk: { } risk, ApprovedBy: null }) return one;
        var sooner = new ChangeStep.Foresee(foreseen.Median) { At = now, By = self };
        if (one.Change.Apply(sooner, law) is not ChangeAnswer.Moved moved) return one;
        var request = TakeUpPrediction.Request(one.Change.Id, one.Change.Item, model, foreseen.Median, law.Settings, now);
        var facts = new PlanFacts(request, model, standing, one.Change.Steps, risk);
        var plan = PlanChange.Decide(facts, law.Calendar, law.Settings, now);
        return moved.Now.Apply(ChangeStep.Of(plan, now, self), law) is ChangeAnswer.Moved planned
            ? one with
            {
                Change = planned.Now,
                Options = TakeUpPrediction.Options(plan),
                Because =
                [
                    .. one.Because, $"foreseen sooner, for {WriteChangeText.Time(foreseen.Median)}: {foreseen.Says}", .. plan.Because,
                ],
            }
            : one;
    }
}
