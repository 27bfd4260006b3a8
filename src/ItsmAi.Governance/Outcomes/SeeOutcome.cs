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
    /// <param name="now">The ticket as it stands.</param>
    public async Task Handle(Event happened, Ticket now, CancellationToken stop)
    {
        var trail = await trails.Read(now.Id, stop);
        if (trail is not { OpenDecision: { } decision, Team: { } suggested } || MovedTo(happened, now) is not { } team) return;
        if (await receipts.Find($"{decision}-decided", stop) is not { } decided) return;
        var accepted = team.Name == suggested;
        var by = happened.Actor ?? new Person("unknown");
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
