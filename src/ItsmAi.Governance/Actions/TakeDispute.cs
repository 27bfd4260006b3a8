using ItsmAi.Desk.Events;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Actions;

/// <summary>
/// Takes a requester's word that a decision is wrong: it counts as an override, what was done is taken back unless a person
/// changed it since, and the owner has to look at it. The word is given once, however often it is said.
/// </summary>
internal sealed class TakeDispute(
    ReceiptChain receipts, CarryOut carryOut, ObligationBook obligations, LearnOutcome outcomes, AnswerRules rules, TimeProvider clock)
{
    /// <returns>Null: whoever holds the key may say so of any decision.</returns>
    public async Task<string?> Take(Receipt decided, Event answer, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var disputed = await receipts.Append(ReceiptOf.Answer(decided, ReceiptKind.Disputed, answer, now), stop);

        // Said once more by another event, it is still the outcome of the first.
        var said = answer with { Id = new EventId(disputed.Event ?? answer.Id.Value) };
        await outcomes.Learn(decided, new Word(OutcomeKind.Disputed, said), "the requester says that it is wrong", stop);
        await obligations.Add(Owed.LookAtDispute(decided, rules.Policy(), now), stop);
        if (decided.Change is null or { IsNoteOnly: true }) return null;
        if (await receipts.Find($"{decided.Decision}-undoasked-undone", stop) is not null) return null;
        if (await receipts.Done(decided, stop) is { } applied) await carryOut.Restore(decided, applied, disputed, stop);
        return null;
    }
}
