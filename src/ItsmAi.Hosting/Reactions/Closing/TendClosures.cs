using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Incidents.Closing;
using ItsmAi.Incidents.Closing.Replies;

namespace ItsmAi.Hosting.Reactions.Closing;

/// <summary>
/// Looks after the resolved tickets of one desk: closes those for which all evidence is there, opens again those that are
/// still broken, makes everything else somebody's, and sees whether what was closed stays closed. Killed anywhere and
/// repeated, it finds by records and receipts what it had done.
/// </summary>
/// <param name="firing">How many alerts still fire, by the ticket that they are about.</param>
public sealed class TendClosures(
    ClosureCases cases,
    ClosureDuties duties,
    ClosureActs acts,
    ClosureDesk desk,
    Func<CancellationToken, Task<IReadOnlyDictionary<TicketId, int>>> firing,
    TimeProvider clock)
{
    // What nothing happens to is looked at again, for a child or an alert tells the ticket nothing.
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    public ConnectionName Desk => desk.Name;

    /// <summary>Looks at every ticket whose time has come.</summary>
    public async Task Tick(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var due = (await cases.All(desk.Name, stop)).Where(one => one.LookAt <= now).ToList();
        if (due.Count == 0) return;
        var alerts = await firing(stop);
        foreach (var one in due) await Tend(one, alerts, null, stop);
    }

    /// <summary>Something happened to a ticket: where it is resolved, or was closed by us, it is looked at now.</summary>
    public async Task See(Event happened, Ticket ticket, CancellationToken stop)
    {
        if (happened.Kind is EventKind.TicketCreated or EventKind.TicketCommented) return;
        if (await cases.Find(ticket.Id, stop) is not { } one)
        {
            if (ticket.Status != TicketStatus.Resolved) return;

            // Kept first: a sudden end in the middle of looking at it leaves it to the timer.
            one = new ClosureCase { Ticket = ticket.Id, LookAt = clock.GetUtcNow() };
            await cases.Keep(one, stop);
        }

        await Tend(one, await firing(stop), happened, stop);
    }

    /// <summary>
    /// A status that we set: what we resolved, since its alerts are clear, waits for its end as any other. What we put back at
    /// somebody's word is not taken up again.
    /// </summary>
    public async Task SeeResolvedByUs(Ticket ticket, CancellationToken stop)
    {
        if (ticket.Status != TicketStatus.Resolved || await cases.Find(ticket.Id, stop) is not null) return;
        if (await acts.Resolving(ticket, stop) is not { } resolving) return;
        await cases.Keep(
            new ClosureCase { Ticket = ticket.Id, LookAt = clock.GetUtcNow(), ResolvedBy = resolving.Decision }, stop);
    }

    private async Task Tend(
        ClosureCase one, IReadOnlyDictionary<TicketId, int> alerts, Event? happened, CancellationToken stop)
    {
        var resolution = await desk.Resolutions.Of(one.Ticket, stop);
        if (resolution is null || await desk.Tickets.Read(one.Ticket, stop) is not { } ticket)
        {
            await Forget(one, stop);
            return;
        }

        if (one.ClosedAt is null && ticket.Status != TicketStatus.Resolved && await acts.IsClosed(one, stop)) one = await Closed(one, stop);
        if (one.ClosedAt is { } closedAt)
            await SeeWhetherItStays(one, ticket, resolution, closedAt, happened?.OccurredAt ?? ticket.UpdatedAt, stop);
        else if (ticket.Status != TicketStatus.Resolved) await Forget(one, stop);
        else await Judge(one, ticket, await acts.WithOurs(resolution, one, stop), alerts.GetValueOrDefault(one.Ticket), stop);
    }

    private async Task Judge(ClosureCase one, Ticket ticket, Resolution resolution, int alerts, CancellationToken stop)
    {
        var facts = ClosureFactsOf.Ticket(ticket, resolution, alerts, desk.KnownServices, desk.Rules);
        switch (JudgeClosure.Of(facts, desk.Rules, clock.GetUtcNow()))
        {
            case ClosureVerdict.Wait wait:
                await cases.Keep(await duties.End(one, stop) with { LookAt = wait.Until }, stop);
                break;
            case ClosureVerdict.Close close:
                await Close(one, SuggestClosing.Close(ticket, resolution, close, facts.Completeness), close, stop);
                break;
            case ClosureVerdict.KeepOpen { Reopens: true }:
                await Reopen(one, ticket, resolution.Replies[^1], stop);
                break;
            case ClosureVerdict.KeepOpen open:
                await KeepOpen(one, facts, open.Reasons, stop);
                break;
        }
    }

    /// <summary>Nobody is asked before silence could have closed it, unless somebody wrote.</summary>
    private async Task KeepOpen(ClosureCase one, ClosureFacts facts, IReadOnlyList<string> reasons, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var until = facts.ResolvedAt is { } at ? desk.Rules.Calendar.Due(at, desk.Rules.Wait) : now;
        if (now < until && facts.LastReply is null)
            await cases.Keep(one with { LookAt = until < now + Again ? until : now + Again }, stop);
        else await StaysOpen(one, reasons, facts.GroupManager, stop);
    }

    private async Task Close(
        ClosureCase one, CloseTicketSuggestion suggestion, ClosureVerdict.Close verdict, CancellationToken stop)
    {
        // Kept before it is decided: whoever comes after a sudden end knows whose closing it was.
        one = one with
        {
            Decision = ClosureActs.DecisionOf(suggestion), Accountable = verdict.AccountablePerson, IsSampled = verdict.IsSampled,
        };
        await cases.Keep(one, stop);
        if (await acts.WasTakenBack(one, stop)) await StaysOpen(one, ["somebody took its closing back"], one.Accountable, stop);
        else if (await acts.Do(suggestion, stop)) await Closed(one, stop);
        else await cases.Keep(one with { LookAt = clock.GetUtcNow() + Again }, stop);
    }

    private async Task<ClosureCase> Closed(ClosureCase one, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (one is { IsSampled: true, Accountable: { } manager }) await duties.Audit(one.Ticket, one.Decision!, manager, now, stop);
        var closed = await duties.End(one, stop) with { ClosedAt = now, LookAt = now + desk.Rules.WrongWithin };
        await cases.Keep(closed, stop);
        return closed;
    }

    private async Task Reopen(ClosureCase one, Ticket ticket, TicketReply reply, CancellationToken stop)
    {
        var suggestion = SuggestClosing.Reopen(ticket, $"reply {reply.Id}", "the requester says that it is still broken");
        if (!await acts.Do(suggestion, stop)) await StaysOpen(one, suggestion.Because, ManagerOf(ticket), stop);
        else if (one.ClosedAt is not null) await Wrong(one, reply.At, stop);
        else await Forget(one, stop);
    }

    /// <summary>Opened again in time, the closing was wrong; left alone until then, it was right.</summary>
    private async Task SeeWhetherItStays(
        ClosureCase one, Ticket ticket, Resolution resolution, DateTimeOffset closedAt, DateTimeOffset at, CancellationToken stop)
    {
        var reply = resolution.Replies.LastOrDefault(each => each.At >= closedAt);
        if (!ticket.Status.IsFinished()) await Wrong(one, at, stop);
        else if (await acts.WasTakenBack(one, stop)) await Forget(one, stop);
        else if (reply is not null && ClosureFactsOf.Meaning(reply) == ReplyMeaning.StillBroken) await Reopen(one, ticket, reply, stop);
        else if (clock.GetUtcNow() >= closedAt + desk.Rules.WrongWithin)
        {
            await acts.StayedClosed(one, stop);
            await Forget(one, stop);
        }
        else if (reply is not null && ClosureFactsOf.Meaning(reply) == ReplyMeaning.Unclear)
        {
            await StaysOpen(one, ["somebody wrote after it was closed, and what they mean is unclear"], ManagerOf(ticket), stop);
        }
    }

    private async Task Wrong(ClosureCase one, DateTimeOffset at, CancellationToken stop)
    {
        if (JudgeReopening.Of(one.ClosedAt!.Value, at, desk.Rules)) await acts.WasWrong(one, at, stop);
        await Forget(one, stop);
    }

    private async Task StaysOpen(ClosureCase one, IReadOnlyList<string> reasons, Person? manager, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await cases.Keep(await duties.StaysOpen(one, reasons, manager, now, stop) with { LookAt = now + Again }, stop);
    }

    private async Task Forget(ClosureCase one, CancellationToken stop)
    {
        await duties.End(one, stop);
        await cases.Forget(one.Ticket, stop);
    }

    private Person? ManagerOf(Ticket ticket) => desk.Rules.Managers.TryGetValue(ticket.Team.Name, out var manager) ? manager : null;
}
