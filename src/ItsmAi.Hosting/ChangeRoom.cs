using ItsmAi.Changes.Raising;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Obligations;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Reactions.Changes;
using ItsmAi.Hosting.Reactions.Signals;

namespace ItsmAi.Hosting;

/// <summary>Preventive changes, composed: watched for, tended, shown, and stepped by people.</summary>
internal sealed record ChangeRoom(ChangesTended Tended, ChangesAsked Asked, SignalsReceived Signals)
{
    /// <summary>What was left out of the catalogue or the registry is somebody's to mend.</summary>
    public static async Task SayProblems(
        ItsmAiConfiguration settings, Governing governing, TextWriter log, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var problem in settings.Changes?.Problems ?? [])
        {
            await log.WriteLineAsync(problem);
            await governing.Obligations.Add(
                new Obligation
                {
                    Id = $"left-out-{SuggestChange.HashOf(problem)[..16]}",
                    Owner = governing.Policy().Owner,
                    RaisedAt = now,
                    DueAt = governing.Policy().DecideBy(now),
                    Says = $"left out until it is mended: {problem}",
                    About = "changes",
                    Kind = ObligationKind.Repair,
                    Practice = "changes",
                },
                stop);
        }
    }

    public static ChangeRoom Of(
        ItsmAiConfiguration settings, Stores stores, Governing governing, CarryOut carryOut, AlertRoom alerts,
        Func<ConnectionName, ITicketDesk> desks, Admit admit, TimeProvider clock)
    {
        var (self, policy) = (governing.Options.Self, governing.Policy);
        var book = new ChangeCases(stores.Records, governing.Receipts, self, clock);
        var models = new Reinstatements(stores.Records, governing.Receipts);
        var signals = new SignalBook(stores.Records);
        var received = new SignalsReceived(
            settings.Changes?.Senders ?? new Dictionary<string, IReadOnlyList<string>>(),
            settings.Changes?.Pushed.ToDictionary(one => one.Series.Name, one => one.Series, StringComparer.Ordinal) ?? [],
            signals, governing.Obligations, policy, clock);
        if (settings.Changes is not { Rules: { } rules } changes)
        {
            return new ChangeRoom(
                new ChangesTended([], null), new ChangesAsked(book, models, null, null, governing.Separation, admit, clock), received);
        }

        var laws = new ChangeLaws(rules, governing.Separation, policy);
        Task<IReadOnlyList<string>> IncidentsOn(string item, CancellationToken stop) => alerts.IncidentsOn(
            settings.Monitors.Select(monitor => monitor.Name.Value), item, rules.Desk, clock.GetUtcNow(), stop);
        var owed = new ChangeDuties(governing.Obligations, rules.Catalogue.Document, policy, self);
        var tend = new TendChanges(
            book, models, rules, laws, owed, carryOut, governing.Receipts, desks, IncidentsOn,
            self, clock);
        var pushed = changes.Pushed.Select(
            one => new Watched(one.Watch, (now, stop) => LookAtSeries.Pushed(one.Series, signals, now, stop)));
        return new ChangeRoom(
            new ChangesTended([.. changes.Watched, .. pushed], tend),
            new ChangesAsked(book, models, laws, owed, governing.Separation, admit, clock),
            received);
    }
}
