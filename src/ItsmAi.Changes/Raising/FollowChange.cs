using ItsmAi.Changes.Ledger;
using ItsmAi.Changes.Requests;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Changes.Raising;

/// <summary>What time, the desk and the measured series do to a change; none of it approves anything.</summary>
public static class FollowChange
{
    /// <summary>Measurements are kept so often where they say the same.</summary>
    private static readonly TimeSpan KeptEvery = TimeSpan.FromHours(6);

    /// <summary>Work that began in time may be told of so much later: the desk is asked now and then.</summary>
    private static readonly TimeSpan ToldWithin = TimeSpan.FromMinutes(15);

    /// <summary>What the clock alone asks for: what is overdue goes up, what is too late becomes a candidate.</summary>
    public static ChangeCase LetTimePass(ChangeCase one, ChangeLaw law, Person self, DateTimeOffset now)
    {
        var change = one.Change;
        change = Try(change, new ChangeStep.Escalate { At = now, By = self }, law);
        change = Try(change, new ChangeStep.BecomeEmergencyCandidate { At = now, By = self }, law, IsTooLate(change, now));
        var isDone = change.State is ChangeState.Implemented or ChangeState.Reviewed;
        if (isDone && one.Outcome is not (PreventionOutcome.Open or PreventionOutcome.Unverified))
            change = Try(change, new ChangeStep.Close { At = now, By = self }, law);
        return one with { Change = change };
    }

    /// <summary>
    /// Who works at the record works at the change: taken up by a named person it is begun, resolved it is done, cancelled it
    /// is rejected. A record that names nobody tells nothing.
    /// </summary>
    public static ChangeCase SeeRecord(
        ChangeCase one, Ticket record, ChangeLaw law, PreAuthorisation? leave, int earlierAiChanges, DateTimeOffset now)
    {
        if (record.Assignee is not { } person || law.Duties.IsAi(person)) return one;
        var change = one.Change;
        if (record.Status == TicketStatus.Cancelled)
            return one with { Change = Try(change, new ChangeStep.Reject($"{record.Id} was cancelled") { At = now, By = person }, law) };
        var isDone = record.Status is TicketStatus.Resolved or TicketStatus.Closed;
        if (isDone || record.Status is TicketStatus.Open or TicketStatus.Pending)
        {
            var evidence = $"{record.Id} was {(isDone ? "resolved" : "taken up")} by {person.Account}";
            var taken = record.UpdatedAt > change.Moves[^1].At && record.UpdatedAt < now ? record.UpdatedAt : now;
            change = Try(change, new ChangeStep.Begin(evidence, leave) { At = taken, By = person }, law);
        }

        var finish = new ChangeStep.Finish(HasFailed: false, CausedIncident: false, earlierAiChanges) { At = now, By = person };
        change = Try(change, finish, law, isDone);
        return one with { Change = change };
    }

    /// <summary>What the series says now becomes evidence of what became of the prediction.</summary>
    public static ChangeCase Measure(ChangeCase one, Foreseen foreseen, DateTimeOffset now)
    {
        Condition? condition = foreseen switch
        {
            Foreseen.Fails => Condition.StillForecast,
            Foreseen.Holds => Condition.NoLongerForecast,
            Foreseen.Breached => Condition.Breached,
            _ => null,
        };
        if (condition is { } seen && IsNews(one, seen, foreseen.At))
        {
            var evidence = new ConditionEvidence($"{one.Series}@{foreseen.At.ToUnixTimeSeconds()}", foreseen.At, seen, foreseen.Says);
            one = one with { Evidence = [.. one.Evidence, evidence] };
        }

        return one;
    }

    /// <summary>What became of the prediction so far, and whether that is the last word.</summary>
    public static ChangeCase Judge(ChangeCase one, DateTimeOffset now)
    {
        var change = one.Change;
        var outcome = one.Entry(now).Outcome;
        var isTold = outcome is not (PreventionOutcome.Open or PreventionOutcome.Unverified);
        var waitsForNothing = change.IsOver
            || change.State is ChangeState.Implemented or ChangeState.Reviewed or ChangeState.EmergencyCandidate;
        var isSettled = isTold && (change.IsOver || (waitsForNothing && now >= change.FailsAt));
        return one with { Outcome = outcome, IsSettled = one.IsSettled || isSettled };
    }

    /// <summary>Its change is done and the predicted moment is past: it stands in no later change's way.</summary>
    public static bool HasHadItsTime(ChangeCase one, DateTimeOffset now) =>
        now >= one.Change.FailsAt && one.Change.State is ChangeState.Implemented or ChangeState.Reviewed or ChangeState.Closed;

    private static bool IsTooLate(ChangeRequest change, DateTimeOffset now) => change.LatestSafeStart is { } latest
        && now >= latest + (change.State == ChangeState.Scheduled ? ToldWithin : TimeSpan.Zero);

    private static bool IsNews(ChangeCase one, Condition seen, DateTimeOffset at)
    {
        if (one.Evidence is not [.., var last]) return true;
        if (at <= last.MeasuredAt) return false;
        var isFirstSince = last.MeasuredAt <= one.Change.ImplementedAt
            || (last.MeasuredAt < one.Change.FailsAt && at >= one.Change.FailsAt);
        return last.Condition != seen || isFirstSince || at - last.MeasuredAt >= KeptEvery;
    }

    private static ChangeRequest Try(ChangeRequest change, ChangeStep step, ChangeLaw law, bool asked = true) =>
        asked && change.Apply(step, law) is ChangeAnswer.Moved moved ? moved.Now : change;
}
