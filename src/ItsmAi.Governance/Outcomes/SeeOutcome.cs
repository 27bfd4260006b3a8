using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Outcomes;

/// <summary>
/// Reads what people do with a ticket as the outcome of what we suggested: the same team is an acceptance, another one
/// an
/// override. Each event counts once, however often it is delivered.
/// </summary>
public sealed class SeeOutcome(ReceiptChain receipts, TicketTrails trails, ObligationBook obligations, TimeProvider clock)
{
    /// <param name="now">The ticket as it stands; null when it is gone.</param>
    public async Task Handle(Event happened, Ticket? now, CancellationToken stop)
    {
        var trail = await trails.Read(happened.Subject, stop);
        if (trail.OpenDecision is not { } decision) return;
        var by = happened.Actor ?? new Person("unknown");
        if (happened.Kind == EventKind.TicketReplied && trail.Asked)
        {
            await obligations.Dispose(decision, Disposition.Done, by, stop);
        }
        else if (now is null || happened.Kind == EventKind.TicketResolved)
        {
            await obligations.Dispose(decision, Disposition.Overtaken, by, stop);
        }
        else if (MovedTo(happened, now) is { } team)
        {
            await Learn(decision, trail.Team, team, happened, by, stop);
        }
    }

    private async Task Learn(
        string decision, string? suggested, Team team, Event happened, Person by, CancellationToken stop)
    {
        // A question suggests no team: whoever moves the ticket has dealt with it.
        if (suggested is null || await receipts.Find($"{decision}-decided", stop) is not { } decided)
        {
            await obligations.Dispose(decision, Disposition.Overtaken, by, stop);
            return;
        }

        var accepted = team.Name.Equals(suggested, StringComparison.OrdinalIgnoreCase);
        var says = accepted ? $"{by} moved it to {team}, as suggested" : $"{by} moved it to {team} instead of {suggested}";
        await receipts.Append(
            ReceiptOf.Outcome(
                decided, accepted ? OutcomeKind.Accepted : OutcomeKind.Overridden, happened, says, clock.GetUtcNow()),
            stop);
        await obligations.Dispose(decision, accepted ? Disposition.Done : Disposition.Rejected, by, stop);
    }

    private static Team? MovedTo(Event happened, Ticket now) =>
        happened.Changes.LastOrDefault(change => change.Field == "team") is { } move
            ? new Team(move.To ?? now.Team.Name)
            : null;
}
