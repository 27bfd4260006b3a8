using System.Collections.Concurrent;
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
    Reinstatements models,
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
    private static readonly TimeSpan AwayFor = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _awaySince = new(StringComparer.Ordinal);

    /// <summary>Looks at one series, and at the change that it has, if any.</summary>
    public async Task Tick(Watched watched, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (watch, foreseen) = (watched.Watch, await Look(watched, now, stop));
        if (foreseen is Foreseen.Blind blind) await owed.NotMeasured(watch, blind, now, stop);
        var cases = await book.All(stop);
        var followed = cases.Where(one => one.Series == watch.Series && !one.IsSettled).ToList();
        if (foreseen is Foreseen.Fails fails && followed.All(one => FollowChange.HasHadItsTime(one, now))
            && await TakeUp(watch, fails, cases, now, stop) is { } taken) followed.Add(taken);
        foreach (var one in followed)
        {
            var measured = await book.Alter(one, each => FollowChange.Judge(FollowChange.Measure(each, foreseen, now), now), stop);
            await Follow(await Replanned(measured, foreseen, cases, now, stop), cases, now, stop);
        }
    }

    /// <summary>What comes nearer is planned anew, or asked of whoever approved the time that it has.</summary>
    private async Task<ChangeCase> Replanned(
        ChangeCase one, Foreseen foreseen, IReadOnlyList<ChangeCase> cases, DateTimeOffset now, CancellationToken stop)
    {
        if (foreseen is not Foreseen.Fails fails || !ReplanChange.IsOvertaken(one, fails, laws.Margin)) return one;
        if (one.Change.ApprovedBy is { } approver)
        {
            await owed.MoveIt(one, fails, approver, now, stop);
            return one;
        }

        if (one.Change.ModelId is not { } id || laws.Model(id) is not { } model) return one;
        var standing = laws.StandingOf(model, cases, await models.All(stop), now);
        var law = laws.For(one.Change.Id, cases);
        return await book.Alter(one, each => ReplanChange.Of(each, fails, model, standing, law, self, now), stop);
    }

    /// <summary>A monitor that is away for a moment stops no clock; one that stays away leaves the series unseen.</summary>
    private async Task<Foreseen> Look(Watched watched, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            var foreseen = await watched.Look(now, stop);
            _awaySince.TryRemove(watched.Watch.Series, out _);
            return foreseen;
        }
        catch (HttpRequestException error)
        {
            var since = _awaySince.GetOrAdd(watched.Watch.Series, now);
            return now - since < AwayFor
                ? new Foreseen.Unknown(now, error.Message)
                : new Foreseen.Blind(since, $"its monitor cannot be asked: {error.Message}");
        }
    }

    /// <summary>Null where no model prevents it: the owner of the risk has to think of something.</summary>
    private async Task<ChangeCase?> TakeUp(
        Watch watch, Foreseen.Fails fails, IReadOnlyList<ChangeCase> cases, DateTimeOffset now, CancellationToken stop)
    {
        var number = cases.Count(one => one.Series == watch.Series) + 1;
        var made = TakeUpPrediction.Of(
            watch, fails, number, rules.Catalogue, laws.For("", cases), ChangeLaws.Results(cases), await models.All(stop), self, now);
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
        var leave = laws.Leave(one.Change, cases, await models.All(stop), now);
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
        if (one.Ticket is not null) return one;
        var raise = SuggestChange.Open(one, rules.Desk, rules.Queue);
        if (one.Change.IsOver)
        {
            // What was begun before somebody rejected it is finished all the same, or its record would be nobody's.
            var decision = ReceiptAddress.DecisionOn(raise.Subject.Key, raise.Action.ToString(), raise.Occasion);
            if (await receipts.Find($"{decision}-decided", stop) is null) return one;
        }

        var decided = await carryOut.Handle(raise, Cause(one), stop);
        var applied = await receipts.Find($"{decided.Id}-applied", stop)
            ?? await receipts.Find($"{decided.Decision}-approved-applied", stop);
        if (applied?.Opened is not { } opened) return one;
        return await book.Alter(one, each => each with { Ticket = opened, Told = decided.InputHash, ToldAt = decided.At }, stop);
    }

    private async Task Tell(ChangeCase one, Ticket record, DateTimeOffset now, CancellationToken stop)
    {
        if (SuggestChange.HashOf(SuggestChange.Text(one)) == one.Told) return;
        if (record.Status.IsFinished()) return;
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
