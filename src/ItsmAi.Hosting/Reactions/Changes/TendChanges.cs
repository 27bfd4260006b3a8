using ItsmAi.Changes.Raising;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Hosting.Reactions.Changes;

/// <summary>
/// Follows every series under watch: makes a change out of what will fail, keeps its record true, asks people in time, and
/// says in the end what became of it. Killed anywhere and repeated, it finds by records and receipts what it had done.
/// </summary>
public sealed class TendChanges(
    ChangeCases book,
    ChangeRules rules,
    ChangeLaws laws,
    ChangeDuties owed,
    CarryOut carryOut,
    ReceiptChain receipts,
    Func<ConnectionName, ITicketDesk> desks,
    Func<string, CancellationToken, Task<IReadOnlyList<string>>> incidentsOn,
    Person self,
    TimeProvider clock)
{
    /// <summary>Looks at one series, and at the change that it has, if any.</summary>
    public async Task Tick(Watched watched, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var foreseen = await watched.Look(now, stop);
        var cases = await book.All(stop);
        var open = cases.FirstOrDefault(one => one.Series == watched.Watch.Series && !one.IsSettled);
        if (open is null && foreseen is Foreseen.Fails fails) open = await TakeUp(watched.Watch, fails, cases, now, stop);
        if (open is null) return;
        open = await book.Alter(open, one => FollowChange.Judge(FollowChange.Measure(one, foreseen, now), now), stop);
        await Follow(open, cases, now, stop);
    }

    /// <summary>Null where no model prevents it: the owner of the risk has to think of something.</summary>
    private async Task<ChangeCase?> TakeUp(
        Watch watch, Foreseen.Fails fails, IReadOnlyList<ChangeCase> cases, DateTimeOffset now, CancellationToken stop)
    {
        var made = TakeUpPrediction.Of(
            watch, fails, rules.Catalogue, laws.For("", cases), ChangeLaws.Results(cases), [], self, now);
        if (made is null)
        {
            await owed.NoModel(watch, fails, now, stop);
            return null;
        }

        made = made with { RefersTo = await incidentsOn(watch.Item.Id, stop) };
        return await book.Alter(made, one => one, stop);
    }

    private async Task Follow(ChangeCase one, IReadOnlyList<ChangeCase> cases, DateTimeOffset now, CancellationToken stop)
    {
        var law = laws.For(one.Change.Id, cases);
        one = await Opened(one, stop);
        var desk = desks(rules.Desk);
        var record = one.Ticket is { } ticket ? await desk.Read(ticket, stop) : null;
        var earlier = ChangeLaws.EarlierAiChanges(one.Change, cases);
        var leave = laws.Leave(one.Change, cases, now);
        one = await book.Alter(
            one,
            each =>
            {
                if (record is not null) each = FollowChange.SeeRecord(each, record, law, leave, earlier, now);
                return FollowChange.Judge(FollowChange.LetTimePass(FollowChange.Judge(each, now), law, self, now), now);
            },
            stop);
        await owed.Follow(one, now, stop);
        if (record is not null) await Tell(one, record, now, stop);
    }

    /// <summary>The record at the desk: opened once, found again by the receipts.</summary>
    private async Task<ChangeCase> Opened(ChangeCase one, CancellationToken stop)
    {
        if (one.Ticket is not null || one.Change.IsOver) return one;
        var raise = SuggestChange.Open(one, rules.Desk, rules.Queue);
        var decided = await carryOut.Handle(raise, Cause(one), stop);
        var applied = await receipts.Find($"{decided.Id}-applied", stop)
            ?? await receipts.Find($"{decided.Decision}-approved-applied", stop);
        if (applied?.Opened is not { } opened) return one;
        return await book.Alter(one, each => each with { Ticket = opened, Told = decided.InputHash, ToldAt = decided.At }, stop);
    }

    private async Task Tell(ChangeCase one, Ticket record, DateTimeOffset now, CancellationToken stop)
    {
        if (SuggestChange.HashOf(SuggestChange.Text(one)) == one.Told) return;
        if (record.Status is TicketStatus.Resolved or TicketStatus.Closed or TicketStatus.Cancelled) return;
        var update = SuggestChange.Update(one, record);
        var decided = await carryOut.Handle(update, Cause(one), stop);
        if (decided.Verdict == Verdict.Act && await receipts.Find($"{decided.Id}-applied", stop) is null) return;
        await book.Alter(one, each => each with { Told = update.InputHash, ToldAt = now }, stop);
    }

    /// <summary>The prediction: what gave rise to whatever is done about it.</summary>
    private Event Cause(ChangeCase one) => new()
    {
        Id = new EventId($"{one.Series}/{one.Change.PredictedAt.ToUnixTimeSeconds()}/{one.Change.Moves.Count}"),
        Kind = EventKind.AlertFired,
        Subject = new TicketId(rules.Desk, one.Change.Id),
        OccurredAt = one.Change.PredictedAt,
        ReceivedAt = clock.GetUtcNow(),
    };
}
