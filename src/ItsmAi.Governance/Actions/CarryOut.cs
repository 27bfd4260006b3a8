using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Actions;

/// <summary>
/// The only way from a suggestion to a desk: decide, write the receipt, and only then ask the desk; read back, write
/// the
/// second receipt. Every step finds its own earlier try by a deterministic id, so it can be killed anywhere and
/// repeated.
/// </summary>
public sealed class CarryOut(
    ReceiptChain receipts,
    Func<ConnectionName, ITicketDesk> desks,
    TicketTrails trails,
    ObligationBook obligations,
    StopSwitch stopSwitch,
    StandingGates gates,
    EarnedAutonomy autonomy,
    Func<PolicyDocument> policy,
    TimeProvider clock,
    CarryOutOptions options)
{
    /// <summary>Decides on the suggestion and carries the decision out, as far as an earlier try did not.</summary>
    /// <returns>The receipt of the decision.</returns>
    /// <exception cref="NotYetException">An earlier try may still run at the desk.</exception>
    public async Task<Receipt> Handle(Suggestion suggestion, Event cause, CancellationToken stop)
    {
        var subject = suggestion.Subject.Key;
        var decision = ReceiptAddress.DecisionOn(subject, suggestion.Action.ToString(), suggestion.Occasion);
        var earlier = await receipts.Find($"{decision}-decided", stop);
        var decided = earlier ?? await receipts.Append(await Judge(suggestion, decision, cause, stop), stop);
        if (decided.Gates!.Any(gate => gate is { Name: StandingGates.Budget, Passed: false }))
        {
            await obligations.Add(Owed.LookAfter(decided, policy()), stop);
        }

        await Finish(decided, stop);
        return decided;
    }

    /// <summary>Carries out what a receipt says was decided; repeats nothing that an earlier try did.</summary>
    public async Task Finish(Receipt decided, CancellationToken stop)
    {
        await autonomy.Track(decided, stop);
        if (decided is { Verdict: Verdict.Observe, Action: not (ActionKind.CloseTicket or ActionKind.LinkDuplicate) })
            await Watch(decided, stop);
        if (decided.Verdict is not (Verdict.Act or Verdict.Propose)) return;
        if (decided.Verdict == Verdict.Propose)
        {
            await obligations.Add(Owed.Answer(decided, policy()), stop);

            // There is no ticket yet that could bear a note.
            if (decided.Change?.Opening is not null) return;
        }

        var note = DecisionNote.For(decided, options.Links);
        var change = decided.Verdict == Verdict.Act
            ? ChangeOf(decided, decided.Decision, note)
            : ChangeOf(decided with { Change = PlannedChange.NoteOnly }, decided.Decision, note);
        await Write(decided, decided, change, stop);
    }

    /// <summary>What was only observed is measured too, unless a decision that was shown is still being followed.</summary>
    private Task<TicketTrail> Watch(Receipt decided, CancellationToken stop) => trails.Change(
        decided.Subject!,
        trail => trail.Team is null && decided.Change?.Team is { } team
            ? trail with { OpenDecision = decided.Decision, Team = team.Name }
            : trail,
        stop);

    /// <summary>Does what a person approved, under the approver's name.</summary>
    public Task Apply(Receipt decided, Receipt approved, CancellationToken stop)
    {
        var note = DecisionNote.ForApproval(decided, approved, options.Links);
        return Write(decided, approved, ChangeOf(decided, approved.Id, note), stop);
    }

    /// <summary>The stop switch as it stands for this decision's action.</summary>
    public Task<Gate> Brake(Receipt decided, CancellationToken stop) => stopSwitch.Check(decided.Action!.Value, stop);

    /// <summary>Puts back what was done, at a person's request. A stop does not bar it: it is the way back.</summary>
    /// <returns>True when the earlier values are back.</returns>
    public async Task<bool> Restore(Receipt decided, Receipt applied, Receipt asked, CancellationToken stop)
    {
        if (await receipts.Find($"{asked.Id}-undone", stop) is not null) return true;
        if (await receipts.Find($"{asked.Id}-notapplied", stop) is not null) return false;
        await Begin(decided.Subject!, asked.Id, stop);
        var desk = desks(decided.Subject!.Connection);
        var note = DecisionNote.ForUndo(decided, asked, options.Links);
        var answer = applied.Opened is { } opened
            ? await Withdraw(desk, opened, applied, note, asked.Id, stop)
            : await desk.Restore(ChangeOf(decided, applied.Decision, note: ""), note, asked.Id, stop);
        await Testify(decided, asked, answer, ReceiptKind.Undone, stop);
        return answer is DeskAnswer.Applied;
    }

    /// <summary>What was opened cannot be unopened: while nobody has taken it up, it is cancelled.</summary>
    private static Task<DeskAnswer> Withdraw(
        ITicketDesk desk, TicketId opened, Receipt applied, string note, string marker, CancellationToken stop) =>
        desk.Change(
            new TicketChange { Ticket = opened, Marker = marker, Note = note, Status = TicketStatus.Cancelled, Basis = applied.After! },
            stop);

    private async Task<Receipt> Judge(Suggestion suggestion, string decision, Event cause, CancellationToken stop)
    {
        var document = policy();
        var classified = await gates.Classified(suggestion, stop);
        var answer = await gates.Judge(classified, decision, document, stop);
        return ReceiptOf.Decision(classified, answer, decision, cause, document.Version, options.Self, clock.GetUtcNow());
    }

    private async Task Write(Receipt decided, Receipt step, TicketChange change, CancellationToken stop)
    {
        if (await Earlier(step, stop) is { } earlier)
        {
            await Remember(decided, step, earlier, stop);
            return;
        }

        // Somebody may have stopped it since it was decided: no further write, but the matter is not at an end.
        if (await Brake(decided, stop) is { Passed: false } brake)
        {
            await obligations.Add(Owed.Held(decided, brake, policy(), clock.GetUtcNow()), stop);
            return;
        }

        // Nor is done what has lost its leave meanwhile: a desk may be away for long.
        if (await autonomy.LostSince(decided, step, stop) is { } lost)
        {
            await obligations.Add(Owed.Held(decided, lost, policy(), clock.GetUtcNow()), stop);
            return;
        }

        await Begin(change.Ticket, change.Marker, stop);
        var desk = desks(change.Ticket.Connection);
        var answer = decided.Change?.Opening is { } opening
            ? await desk.Open(
                opening with { Text = DecisionNote.Labelled(opening.Text, decided, options.Links) }, change.Marker, stop)
            : await desk.Change(change, stop);
        await Testify(decided, step, answer, ReceiptKind.Applied, stop);
    }

    private async Task<Receipt?> Earlier(Receipt step, CancellationToken stop) =>
        await receipts.Find($"{step.Id}-applied", stop) ?? await receipts.Find($"{step.Id}-notapplied", stop);

    /// <summary>Notes that a write begins; where the last try of it may still run at the desk, it is too early.</summary>
    private async Task Begin(TicketId ticket, string marker, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var trail = await trails.Read(ticket, stop);
        if (trail.Tried == marker && now - trail.TriedAt < options.Settle)
        {
            throw new NotYetException(options.Settle - (now - trail.TriedAt!.Value));
        }

        await trails.Change(ticket, one => one with { Tried = marker, TriedAt = now }, stop);
    }

    private async Task Testify(Receipt decided, Receipt step, DeskAnswer answer, ReceiptKind success, CancellationToken stop)
    {
        // The obligation first: a repeat finds the receipt and would not look further.
        if (answer is DeskAnswer.NotApplied refused)
        {
            await obligations.Add(Owed.Repair(decided, refused, policy(), clock.GetUtcNow()), stop);
        }

        var result = await receipts.Append(
            ReceiptOf.Result(decided, step, answer, success, options.Self, clock.GetUtcNow()), stop);
        await Remember(decided, step, result, stop);
    }

    private async Task Remember(Receipt decided, Receipt step, Receipt result, CancellationToken stop)
    {
        await trails.Change(result.Opened ?? decided.Subject!, trail => TrailAfter(trail, decided, result), stop);

        // Nobody need decide about a ticket that is gone or that a person has dealt with.
        if (result.Kind == ReceiptKind.NotApplied && step.Kind is (ReceiptKind.Decided or ReceiptKind.Approved))
        {
            await autonomy.NotDone(decided, stop);
            await obligations.Dispose(decided.Decision, Disposition.Overtaken, options.Self, stop);
        }
    }

    private static TicketTrail TrailAfter(TicketTrail trail, Receipt decided, Receipt result)
    {
        if (result.Kind == ReceiptKind.NotApplied) return trail;
        var after = trail.Wrote(result.DeskVersion ?? "", result.At);
        return decided.Action switch
        {
            ActionKind.Route when result.Kind == ReceiptKind.Undone => after with { OpenDecision = null, Team = null },
            ActionKind.Route => after with { OpenDecision = decided.Decision, Team = decided.Change?.Team?.Name, Asked = false },
            ActionKind.OpenIncident => after with { OpenDecision = decided.Decision, Team = decided.Change?.Team?.Name },
            ActionKind.Ask => after with { OpenDecision = decided.Decision, Team = null, Asked = true },
            _ => after,
        };
    }

    private TicketChange ChangeOf(Receipt decided, string marker, string note) => new()
    {
        Ticket = decided.Subject!,
        Marker = marker,
        Note = decided.Change is { IsSummaryOnly: true } ? null : note,
        Status = decided.Change?.Status,
        DuplicateOf = decided.Change?.DuplicateOf,
        Summary = decided.Change?.Summary is { } summary ? DecisionNote.Labelled(summary, decided, options.Links) : null,
        Team = decided.Change?.Team,
        Category = decided.Change?.Category,
        Priority = decided.Change?.Priority,
        Confidence = decided.Action == ActionKind.Route ? decided.Confidence : null,
        Basis = decided.Before!,
    };
}
