using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Duties.Reviewing;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Actions;

/// <summary>
/// Takes an approval, if whoever gives it may: not the ticket's requester, and where they approve faster than anybody
/// reads, only together with a second person.
/// </summary>
internal sealed class TakeApproval(
    ReceiptChain receipts,
    CarryOut carryOut,
    ObligationBook obligations,
    LearnOutcome outcomes,
    Reviewers reviewers,
    AnswerRules rules,
    TimeProvider clock)
{
    private const string SecondPerson = "approve: it takes a second person, who reads before they approve";

    /// <returns>Null when it was taken; else why it cannot be.</returns>
    public async Task<string?> Take(Receipt decided, Event answer, Person person, CancellationToken stop)
    {
        if (decided.Verdict != Verdict.Propose) return $"decision: {decided.Decision} is not a proposal";
        if (decided.Level != AutonomyLevel.ApproveFirst) return AnswerDecision.LeftToAPerson;
        if (await receipts.Find($"{decided.Decision}-rejected", stop) is not null) return "decision: it is rejected already";
        if (await receipts.Find($"{decided.Decision}-approved", stop) is not { } approved)
        {
            if (await Obstacle(decided, person, stop) is { } obstacle) return obstacle;
            if (await NeedsSecond(decided, answer, person, stop)) return await TakeInPart(decided, answer, person, stop);
            approved = await receipts.Append(ReceiptOf.Answer(decided, ReceiptKind.Approved, answer, clock.GetUtcNow()), stop);
        }

        await carryOut.Apply(decided, approved, stop);

        // Held by a stop, it is not done, and the answer is still owed.
        if (await receipts.Find($"{approved.Id}-applied", stop) is not null)
        {
            await Accepted(decided, approved, answer, stop);
            await obligations.Dispose(decided.Decision, Disposition.Done, person, stop);
        }

        return null;
    }

    /// <summary>Who approves takes our word: from now on the place is ours, and each handing on is charged to it.</summary>
    private async Task Accepted(Receipt decided, Receipt approved, Event answer, CancellationToken stop)
    {
        if (decided.Change?.Team is not { } team) return;
        var first = answer with { Id = new EventId(approved.Event ?? answer.Id.Value), Actor = new Person(approved.Actor) };
        await outcomes.Learn(decided, new Word(OutcomeKind.Accepted, first, "team", team.Name), "it was approved", stop);
    }

    private async Task<string?> Obstacle(Receipt decided, Person person, CancellationToken stop)
    {
        if (await carryOut.Brake(decided, stop) is { Passed: false } brake) return brake.Says;

        // Asked of the desk and not of the receipt: who asked for a ticket may change, and receipts hold pseudonyms.
        var ticket = await rules.Ticket(decided.Subject!, stop);
        return rules.Duties.OfDecision(person, ticket?.Requester)?.Says;
    }

    /// <summary>Whether this approval is not enough by itself.</summary>
    private async Task<bool> NeedsSecond(Receipt decided, Event answer, Person person, CancellationToken stop)
    {
        var policy = rules.Policy();
        var reviewer = await reviewers.Answered(
            person, decided.Decision, approved: true, answer.OccurredAt, policy.Brakes, stop);
        if (reviewer.Flag is { } flag)
        {
            var now = clock.GetUtcNow();
            var says = $"{reviewer.Answers.Count} of {reviewer.Answers.Count} approved, median {reviewer.MedianSeconds():0.0} s";
            await receipts.Append(ReceiptOf.Flagged(decided, flag, person, says, now), stop);
            await obligations.Add(Owed.TalkToReviewer(flag, says, policy, now), stop);
            return true;
        }

        // Who gave the first of two approvals cannot give the second, flagged or no longer so.
        return await reviewers.HasApprovedInPart(person, decided.Decision, stop);
    }

    private async Task<string?> TakeInPart(Receipt decided, Event answer, Person person, CancellationToken stop)
    {
        if (await receipts.Find($"{decided.Decision}-approvedinpart", stop) is { } first)
        {
            return first.Event == answer.Id.Value ? null : SecondPerson;
        }

        await reviewers.ApprovedInPart(person, decided.Decision, stop);
        await receipts.Append(ReceiptOf.Answer(decided, ReceiptKind.ApprovedInPart, answer, clock.GetUtcNow()), stop);
        return null;
    }
}
