using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties.Reviewing;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Actions;

/// <summary>
/// Takes a person's answer to a decision: approve, reject, undo, or a requester's word that it is wrong. Each leaves a
/// receipt with that person's name before anything happens. An AI identity is never a person.
/// </summary>
public sealed class AnswerDecision(
    ReceiptChain receipts,
    CarryOut carryOut,
    ObligationBook obligations,
    LearnOutcome outcomes,
    Reviewers reviewers,
    AnswerRules rules,
    TimeProvider clock)
{
    /// <summary>What an approval of a mere suggestion is told.</summary>
    public const string LeftToAPerson = "the policy leaves this to a person: do it at the desk, or reject it";

    private readonly TakeApproval _approvals = new(receipts, carryOut, obligations, outcomes, reviewers, rules, clock);
    private readonly TakeDispute _disputes = new(receipts, carryOut, obligations, outcomes, rules, clock);

    /// <summary>Handles the answer in the ticket's own order.</summary>
    /// <returns>Null when it was taken; else why it cannot be, which asking again will not change.</returns>
    public async Task<string?> Handle(Event answer, CancellationToken stop)
    {
        if (answer.Decision is not { } id || await receipts.Find($"{id}-decided", stop) is not { } decided)
        {
            return $"decision: \"{answer.Decision}\" is not known";
        }

        if (answer.Kind == EventKind.DecisionDisputed) return await _disputes.Take(decided, answer, stop);
        var person = answer.Actor ?? new Person("");
        if (rules.Duties.OfAct(person) is { } refusal) return refusal.Says;
        return answer.Kind switch
        {
            EventKind.DecisionApproved => await _approvals.Take(decided, answer, person, stop),
            EventKind.DecisionRejected => await Reject(decided, answer, person, stop),
            EventKind.DecisionUndone => await Undo(decided, answer, stop),
            _ => $"kind: {answer.Kind} is no answer",
        };
    }

    private async Task<string?> Reject(Receipt decided, Event answer, Person person, CancellationToken stop)
    {
        if (decided.Verdict != Verdict.Propose) return $"decision: {decided.Decision} is not a proposal; undo what was done";
        if (await receipts.Find($"{decided.Decision}-approved", stop) is not null) return "decision: it is approved already";
        var brakes = rules.Policy().Brakes;
        await reviewers.Answered(person, decided.Decision, approved: false, answer.OccurredAt, brakes, stop);
        await receipts.Append(ReceiptOf.Answer(decided, ReceiptKind.Rejected, answer, clock.GetUtcNow()), stop);
        await Learn(decided, OutcomeKind.Overridden, answer, "it was rejected", stop);
        await obligations.Dispose(decided.Decision, Disposition.Rejected, person, stop);
        return null;
    }

    private async Task<string?> Undo(Receipt decided, Event answer, CancellationToken stop)
    {
        if (await receipts.Done(decided, stop) is not { } applied)
        {
            return $"decision: nothing of {decided.Decision} was done, so there is nothing to undo";
        }

        var earlier = await receipts.Find($"{decided.Decision}-undoasked", stop);
        var asked = earlier ?? await receipts.Append(
            ReceiptOf.Answer(decided, ReceiptKind.UndoAsked, answer, clock.GetUtcNow()), stop);
        var isBack = await carryOut.Restore(decided, applied, asked, stop);

        // Whoever asks for it says that it was wrong, whether or not the desk can go back.
        var first = answer with { Id = new EventId(asked.Event ?? answer.Id.Value) };
        await Learn(decided, OutcomeKind.Undone, first, isBack ? "it was undone" : "somebody asked to undo it", stop);
        return isBack ? null : "the desk does not show it as undone; see the receipts";
    }

    private Task Learn(Receipt decided, OutcomeKind outcome, Event answer, string says, CancellationToken stop) =>
        outcomes.Learn(decided, new Word(outcome, answer), says, stop);
}
