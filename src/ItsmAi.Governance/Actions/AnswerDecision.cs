using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Actions;

/// <summary>
/// Takes a person's answer to a decision: approve, reject or undo. Each leaves a receipt with that person's name before
/// anything happens. The product's own account is never a person.
/// </summary>
public sealed class AnswerDecision(
    ReceiptChain receipts, CarryOut carryOut, ObligationBook obligations, TimeProvider clock, Person self)
{
    /// <summary>What an approval of a mere suggestion is told.</summary>
    public const string LeftToAPerson = "the policy leaves this to a person: do it at the desk, or reject it";

    /// <summary>Handles the answer in the ticket's own order.</summary>
    /// <returns>Null when it was taken; else why it cannot be, which asking again will not change.</returns>
    public async Task<string?> Handle(Event answer, CancellationToken stop)
    {
        if (answer.Decision is not { } id || await receipts.Find($"{id}-decided", stop) is not { } decided)
        {
            return $"decision: \"{answer.Decision}\" is not known";
        }

        if (answer.Actor is not { } person || person == self) return "actor: only a person may answer a decision";
        return answer.Kind switch
        {
            EventKind.DecisionApproved => await Approve(decided, answer, person, stop),
            EventKind.DecisionRejected => await Reject(decided, answer, person, stop),
            EventKind.DecisionUndone => await Undo(decided, answer, person, stop),
            _ => $"kind: {answer.Kind} is no answer",
        };
    }

    private async Task<string?> Approve(Receipt decided, Event answer, Person person, CancellationToken stop)
    {
        if (decided.Verdict != Verdict.Propose) return $"decision: {decided.Decision} is not a proposal";
        if (decided.Level != AutonomyLevel.ApproveFirst) return LeftToAPerson;
        if (await receipts.Find($"{decided.Decision}-rejected", stop) is { } no) return $"{no.Actor} rejected it already";
        var earlier = await receipts.Find($"{decided.Decision}-approved", stop);
        if (earlier is null && await carryOut.Brake(decided, stop) is { Passed: false } brake) return brake.Says;
        var approved = earlier ?? await receipts.Append(
            ReceiptOf.Answer(decided, ReceiptKind.Approved, answer, clock.GetUtcNow()), stop);
        await carryOut.Apply(decided, approved, stop);

        // Held by a stop, it is not done, and the answer is still owed.
        if (await receipts.Find($"{approved.Id}-applied", stop) is not null)
        {
            await obligations.Dispose(decided.Decision, Disposition.Done, person, stop);
        }

        return null;
    }

    private async Task<string?> Reject(Receipt decided, Event answer, Person person, CancellationToken stop)
    {
        if (decided.Verdict != Verdict.Propose) return $"decision: {decided.Decision} is not a proposal; undo what was done";
        if (await receipts.Find($"{decided.Decision}-approved", stop) is { } yes) return $"{yes.Actor} approved it already";
        await receipts.Append(ReceiptOf.Answer(decided, ReceiptKind.Rejected, answer, clock.GetUtcNow()), stop);
        await Learn(decided, OutcomeKind.Overridden, answer, "rejected", stop);
        await obligations.Dispose(decided.Decision, Disposition.Rejected, person, stop);
        return null;
    }

    private async Task<string?> Undo(Receipt decided, Event answer, Person person, CancellationToken stop)
    {
        var applied = decided.Verdict == Verdict.Act
            ? await receipts.Find($"{decided.Decision}-decided-applied", stop)
            : await receipts.Find($"{decided.Decision}-approved-applied", stop);
        if (applied is null) return $"decision: nothing of {decided.Decision} was done, so there is nothing to undo";
        var earlier = await receipts.Find($"{decided.Decision}-undoasked", stop);
        var asked = earlier ?? await receipts.Append(
            ReceiptOf.Answer(decided, ReceiptKind.UndoAsked, answer, clock.GetUtcNow()), stop);
        if (!await carryOut.Restore(decided, applied, asked, stop)) return "the desk does not show it as undone; see the receipts";
        await Learn(decided, OutcomeKind.Undone, answer, "undone at a person's request", stop);
        return null;
    }

    private async Task Learn(Receipt decided, OutcomeKind outcome, Event answer, string says, CancellationToken stop) =>
        await receipts.Append(ReceiptOf.Outcome(decided, outcome, answer, says, clock.GetUtcNow()), stop);
}
