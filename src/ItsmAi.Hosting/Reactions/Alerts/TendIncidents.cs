using System.Globalization;
using ItsmAi.Desk.Alerts;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Incidents.Alerting;
using ItsmAi.Incidents.Correlating;
using ItsmAi.Incidents.Opening;

namespace ItsmAi.Hosting.Reactions.Alerts;

/// <summary>
/// Looks after the incidents of a source's groups: opens what a rule allows, keeps summaries at what is known, resolves
/// when all is clear, links those of groups that turn out to be one. Killed anywhere and repeated, it finds by receipts what it had done.
/// </summary>
public sealed class TendIncidents(
    AlertBook book,
    GroupIncidents incidents,
    CarryOut carryOut,
    ReceiptChain receipts,
    ObligationBook obligations,
    Func<TicketId, TicketId, string, CancellationToken, Task> link,
    Func<ConnectionName, ITicketDesk> desks,
    Func<CorrelationRules> correlation,
    Func<PolicyDocument> policy,
    AlertingRules rules,
    Person self,
    TimeProvider clock)
{
    public async Task Tick(string source, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var state = await book.Read(source, now, stop);
        var kept = new Dictionary<string, GroupIncident>(StringComparer.Ordinal);
        await foreach (var one in incidents.All(source, stop)) kept[one.Group] = one;
        foreach (var left in kept.Values.Where(one => state.Groups.All(group => group.Id != one.Group)).ToList())
            await Leave(source, left, kept, stop);
        foreach (var group in state.Groups) await Tend(source, group, kept.GetValueOrDefault(group.Id), stop);
        if (JudgeSurge.Of(state.Groups, correlation().Graph, now, rules.Candidates) is MajorIncidentAnswer.Candidate surge)
            await AskForDeclaration(surge, state, now, stop);
    }

    /// <summary>A person declares a major incident or says that it is none; nobody else does.</summary>
    private Task AskForDeclaration(
        MajorIncidentAnswer.Candidate surge, CorrelationState state, DateTimeOffset now, CancellationToken stop)
    {
        var first = state.Groups.Where(group => surge.Groups.Contains(group.Id, StringComparer.Ordinal)).MinBy(group => group.OpenedAt)!;
        return obligations.Add(
            new Obligation
            {
                Id = $"{first.Id}-major",
                Owner = rules.MajorIncidentManager ?? policy().Owner,
                RaisedAt = now,
                DueAt = surge.AcknowledgeBy,
                AcknowledgeBy = surge.AcknowledgeBy,
                Says = $"perhaps a major incident: {surge.Says}; declare it, or say that it is none",
                About = first.Id,
            },
            stop);
    }

    /// <summary>The group is no longer among those that may change: it became part of another, or it is over.</summary>
    private async Task Leave(string source, GroupIncident left, Dictionary<string, GroupIncident> kept, CancellationToken stop)
    {
        if (!left.Ended) left = await Finished(source, left, toldAt: null, stop);
        if (await book.PartOf(source, left.Group, stop) is { } whole)
        {
            if (left is { Ticket: { } ticket, Ended: false })
            {
                kept.TryGetValue(whole, out var there);
                if (there is { Ticket: { } root }) await link(ticket, root, "the alerts of both have one cause", stop);
                kept[whole] = there is { Ticket: not null }
                    ? there with { Others = [.. there.Others.Append(ticket).Concat(left.Others).Distinct()] }
                    : left with { Group = whole };
                await incidents.Keep(source, kept[whole], stop);
            }

            await incidents.Forget(source, left.Group, stop);
            return;
        }

        var past = await book.Past(source, left.Group, stop);
        if (left is { Ended: false, Ticket: not null } && past is not null)
        {
            var after = await Follow(source, past, left, stop);
            if (!after.Ended && past.ClearedAt is null) await LookWhetherItIsWatched(left, stop);
            else if (!after.Ended) return;
        }
        else if (!left.Ended)
        {
            await obligations.Dispose(left.Decision, Disposition.Overtaken, self, stop);
        }

        await incidents.Forget(source, left.Group, stop);
    }

    private async Task Tend(string source, AlertGroup group, GroupIncident? incident, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (incident is { Ended: false, Ticket: not null })
        {
            await Follow(source, group, incident, stop);
            return;
        }

        var graph = correlation().Graph;
        var worth = JudgeWorth.Of(GroupFacts.Of(group, graph, now), rules.Candidates);
        if (worth is IncidentWorth.Candidate) await Open(source, group, incident, worth.Says, now, stop);
        else if (incident is { Ended: false } && group.ClearedAt is not null) await Lapse(source, incident, stop);
    }

    /// <summary>It cleared before anybody answered: there is nothing to decide any more, unless they just did.</summary>
    private async Task Lapse(string source, GroupIncident incident, CancellationToken stop)
    {
        if ((await Finished(source, incident, toldAt: null, stop)).Ticket is null) await End(source, incident, stop);
    }

    private async Task Open(
        string source, AlertGroup group, GroupIncident? incident, string worth, DateTimeOffset now, CancellationToken stop)
    {
        var round = incident is null ? 1 : incident.Round + (incident.Ended ? 1 : 0);
        var before = incident is { Ended: true } ? incident.Ticket : null;
        var suggestion = SuggestIncident.Open(group, round, before, worth, correlation().Graph, rules, now);
        if (incident is { Ended: false } waiting && await IsSettled(source, waiting, suggestion.Occasion, stop)) return;

        // Kept before it is decided: whoever comes after a sudden end finishes this before it thinks of another.
        var begun = new GroupIncident
        {
            Group = group.Id,
            Decision = ReceiptAddress.DecisionOn(suggestion.Subject.Key, suggestion.Action.ToString(), suggestion.Occasion),
            Occasion = suggestion.Occasion,
            Round = round,
            Others = incident?.Others ?? [],
        };
        await incidents.Keep(source, begun, stop);
        await carryOut.Handle(suggestion, Cause(source, group), stop);
        await Finished(source, begun, now, stop);
    }

    /// <summary>False where other facts are to be decided on, or where nothing was decided yet.</summary>
    private async Task<bool> IsSettled(string source, GroupIncident waiting, string occasion, CancellationToken stop)
    {
        if (await receipts.Find($"{waiting.Decision}-decided", stop) is null) return false;
        if ((await Finished(source, waiting, toldAt: null, stop)).Ticket is not null || waiting.Occasion == occasion) return true;
        await obligations.Dispose(waiting.Decision, Disposition.Overtaken, self, stop);
        return false;
    }

    /// <summary>
    /// What was begun is finished first, whatever is known since; the incident that it opened is remembered with the summary
    /// that it was opened with.
    /// </summary>
    private async Task<GroupIncident> Finished(string source, GroupIncident begun, DateTimeOffset? toldAt, CancellationToken stop)
    {
        if (begun.Ticket is not null || await receipts.Find($"{begun.Decision}-decided", stop) is not { } decided) return begun;
        if (decided.Verdict == Verdict.Act) await carryOut.Finish(decided, stop);
        if (await Opened(begun.Decision, stop) is not { } opened) return begun;
        var taken = begun with { Ticket = opened, Told = decided.InputHash, ToldAt = toldAt };
        await incidents.Keep(source, taken, stop);
        return taken;
    }

    /// <returns>The incident as it is kept now.</returns>
    private async Task<GroupIncident> Follow(string source, AlertGroup group, GroupIncident incident, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var desk = desks(incident.Ticket!.Connection);
        if (await desk.Read(incident.Ticket, stop) is not { } ticket || IsFinished(ticket)) return await End(source, incident, stop);
        var graph = correlation().Graph;
        var summary = SuggestIncident.Summary(group, graph, now);
        if (JudgeCourse.Of(GroupFacts.Of(group, graph, now), isResolved: false, rules.Candidates) is IncidentCourse.Resolve over)
        {
            var resolve = SuggestIncident.Resolve(group, ticket, over.Says, summary, now);
            var decided = await carryOut.Handle(resolve, Cause(source, group), stop);
            foreach (var other in incident.Others)
            {
                if (await desk.Read(other, stop) is { } also && !IsFinished(also))
                    await carryOut.Handle(resolve with { Subject = other, Basis = also.Fields }, Cause(source, group), stop);
            }

            return await receipts.Find($"{decided.Id}-applied", stop) is null ? incident : await End(source, incident, stop);
        }

        if (SuggestIncident.HashOf(summary) == incident.Told || now - incident.ToldAt < rules.UpdateEvery) return incident;
        var update = SuggestIncident.Update(group, incident.ToldAt, ticket, summary, now);
        await carryOut.Handle(update, Cause(source, group), stop);
        var told = incident with { Told = update.InputHash, ToldAt = now };
        await incidents.Keep(source, told, stop);
        return told;
    }

    private async Task<GroupIncident> End(string source, GroupIncident incident, CancellationToken stop)
    {
        await obligations.Dispose(incident.Decision, Disposition.Overtaken, self, stop);
        var ended = incident with { Ended = true };
        await incidents.Keep(source, ended, stop);
        return ended;
    }

    private Task LookWhetherItIsWatched(GroupIncident incident, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return obligations.Add(
            new Obligation
            {
                Id = $"{incident.Decision}-silent",
                Owner = policy().Owner,
                RaisedAt = now,
                DueAt = policy().DecideBy(now),
                Says = $"{incident.Ticket}: its alerts never cleared and nothing is heard of them; see whether they are still watched",
                About = incident.Decision,
            },
            stop);
    }

    private async Task<TicketId?> Opened(string decision, CancellationToken stop) =>
        (await receipts.Find($"{decision}-decided-applied", stop) ?? await receipts.Find($"{decision}-approved-applied", stop))?.Opened;

    /// <summary>The alert that was heard last: what gave rise to whatever is done now.</summary>
    private Event Cause(string source, AlertGroup group)
    {
        var last = group.Lines.MaxBy(line => line.SeenAt)!;
        var name = new ConnectionName(source);
        var started = last.StartsAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return new Event
        {
            Id = new EventId($"{source}/{last.Fingerprint}@{started}/{last.Status}"),
            Kind = last.Status == AlertStatus.Firing ? EventKind.AlertFired : EventKind.AlertResolved,
            Subject = new TicketId(name, "alerts"),
            OccurredAt = last.SeenAt,
            ReceivedAt = clock.GetUtcNow(),
        };
    }

    private static bool IsFinished(Ticket ticket) =>
        ticket.Status is TicketStatus.Resolved or TicketStatus.Closed or TicketStatus.Cancelled;
}
