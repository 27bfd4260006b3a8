using ItsmAi.Desk.Events;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Hosting.Reactions;
using ItsmAi.Incidents.Triage;

namespace ItsmAi.Hosting.Trials;

/// <summary>
/// Lets triage try itself on tickets that are over and that its model never saw: what it would have done is measured by
/// who resolved them, before anybody lets it do anything.
/// </summary>
public sealed class TrialRun(
    ShadowTrial trial, LoadedModel model, ConnectionName connection, TriageOptions options, TimeProvider clock)
{
    /// <summary>Side by side they share the commits of the store.</summary>
    private const int AtATime = 8;

    public async Task<TrialTally> Over(IReadOnlyList<TrialTicket> tickets, IProgress<double> progress, CancellationToken stop)
    {
        var (observed, abstained, learned, done) = (0, 0, 0, 0);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stop };

        // They count in the order of the file, whichever is through first.
        var began = clock.GetUtcNow();
        await Parallel.ForEachAsync(tickets.Index(), parallel, async (numbered, token) =>
        {
            var (number, ticket) = numbered;
            if (model.HasLearned(ticket.Text)) Interlocked.Increment(ref learned);
            else if (await Observe(ticket, began.AddTicks(number), token)) Interlocked.Increment(ref observed);
            else Interlocked.Increment(ref abstained);
            progress.Report((double)Interlocked.Increment(ref done) / tickets.Count);
        });
        return new TrialTally(observed, abstained, learned);
    }

    private async Task<bool> Observe(TrialTicket ticket, DateTimeOffset at, CancellationToken stop)
    {
        var suggestion = TriageIncident.Suggest(
            ticket.AsItCame(connection, options.Intake, at), model.Predict, "created", options);
        if (suggestion is not { Action: ActionKind.Route, Change.Team: not null }) return false;
        await trial.Observe(suggestion, ticket.Resolution(connection, at), ticket.Team, ticket.Reopened, stop);
        return true;
    }
}
