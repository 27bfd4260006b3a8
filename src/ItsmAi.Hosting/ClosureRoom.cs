using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Reactions;
using ItsmAi.Hosting.Reactions.Closing;
using ItsmAi.Hosting.Reactions.Duplicates;

namespace ItsmAi.Hosting;

/// <summary>How tickets end, composed: the timer, and what looks at each reply, resolution and reopening.</summary>
/// <param name="SeeOwn">What looks at a ticket that we ourselves resolved.</param>
internal sealed record ClosureRoom(
    ClosuresTended Tended, Func<Event, Ticket, CancellationToken, Task> See, Func<Event, Ticket, CancellationToken, Task> SeeOwn)
{
    public static ClosureRoom Of(
        ItsmAiConfiguration settings, Stores stores, Governing governing, LearnOutcome outcomes, CarryOut carryOut,
        AlertRoom alerts, TendDuplicates duplicates, IReadOnlyDictionary<string, ConnectedDesk> desks, TimeProvider clock)
    {
        var cases = new ClosureCases(stores.Records);
        var duties = new ClosureDuties(governing.Obligations, governing.Policy, governing.Options.Self);
        var acts = new ClosureActs(carryOut, governing.Receipts, outcomes, clock);
        Task<IReadOnlyDictionary<TicketId, int>> Firing(CancellationToken stop) =>
            alerts.Firing(settings.Monitors.Select(monitor => monitor.Name.Value), clock.GetUtcNow(), stop);
        var tended = new Dictionary<string, TendClosures>(StringComparer.Ordinal);
        foreach (var one in desks.Values)
        {
            if (one.Settings.Closure is not { } rules) continue;
            var desk = new ClosureDesk(one.Settings.Name, one.Desk, one.Resolutions, rules, one.Settings.Triage.KnownServices);
            tended[desk.Name.Value] = new TendClosures(cases, duties, acts, desk, Firing, clock);
        }

        return new ClosureRoom(
            new ClosuresTended(
            [
                .. tended.Values.Select(one => (one.Desk.Value, (Func<CancellationToken, Task>)one.Tick)),
                .. desks.Values.Select(one => (one.Settings.Name.Value, Telling(duplicates, one.Settings.Name))),
            ]),
            (happened, ticket, stop) => tended.TryGetValue(ticket.Id.Connection.Value, out var tend)
                ? tend.See(happened, ticket, stop)
                : Task.CompletedTask,
            (_, ticket, stop) => tended.TryGetValue(ticket.Id.Connection.Value, out var tend)
                ? tend.SeeResolvedByUs(ticket, stop)
                : Task.CompletedTask);
    }

    private static Func<CancellationToken, Task> Telling(TendDuplicates duplicates, ConnectionName desk) =>
        stop => duplicates.Tell(desk, stop);
}
