using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Actions;

/// <summary>
/// Measures suggestions on tickets that are over: each is decided as if it had just come, only observed, and judged by
/// the team that resolved it. The receipts say that it was a trial, and no desk is asked.
/// </summary>
public sealed class ShadowTrial(
    ReceiptChain receipts, StandingGates gates, LearnOutcome outcomes, Func<PolicyDocument> policy, Person self, TimeProvider clock)
{
    /// <param name="resolved">The event of its resolution, with whoever resolved it.</param>
    /// <param name="team">The team that resolved it.</param>
    /// <param name="reopened">Whether it was opened again soon after.</param>
    /// <returns>The receipt of the decision.</returns>
    public async Task<Receipt> Observe(Suggestion suggestion, Event resolved, Team team, bool reopened, CancellationToken stop)
    {
        var decision = ReceiptAddress.DecisionOn(suggestion.Subject.Key, suggestion.Action.ToString(), suggestion.Occasion);
        var decided = await receipts.Find($"{decision}-decided", stop)
            ?? await receipts.Append(await Judge(suggestion, decision, resolved, stop), stop);
        await outcomes.Learn(decided, new Word(OutcomeKind.Resolved, resolved, null, team.Name), $"{team} resolved it", stop);
        if (reopened)
        {
            var again = resolved with { Id = new EventId($"{resolved.Id}/reopened"), Kind = EventKind.TicketReopened };
            await outcomes.Learn(decided, new Word(OutcomeKind.Reopened, again), "it was opened again", stop);
        }

        return decided;
    }

    private async Task<Receipt> Judge(Suggestion suggestion, string decision, Event cause, CancellationToken stop)
    {
        var document = policy();
        var classified = await gates.Classified(suggestion, stop);
        var answer = await gates.JudgeInTrial(classified, document, stop);
        return ReceiptOf.Decision(classified, answer, decision, cause, document.Version, self, clock.GetUtcNow());
    }
}
