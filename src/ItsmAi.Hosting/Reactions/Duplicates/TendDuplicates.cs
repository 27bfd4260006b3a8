using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Incidents.Closing;
using ItsmAi.Incidents.Duplicates;

namespace ItsmAi.Hosting.Reactions.Duplicates;

/// <summary>
/// Looks after which tickets of the desks are duplicates of which: links what turned out to be one matter, lets no duplicate
/// be left behind by its root, takes back what a person takes back. A step is written down with what it calls for at the
/// desk before the desk is told anything; whoever comes after a sudden end tells the rest.
/// </summary>
public sealed class TendDuplicates(
    DuplicateBook book, CarryOut carryOut, ReceiptChain receipts, Func<ConnectionName, ITicketDesk> desks, TimeProvider clock)
{
    /// <summary>What was linked so long ago is nobody's question any more.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    /// <summary>Two tickets are about one matter: the one is linked to the root of the other, once.</summary>
    /// <param name="because">Why, without anybody's own words.</param>
    public Task Link(TicketId duplicate, TicketId target, string because, CancellationToken stop) =>
        Step(duplicate.Connection, graph => graph.Link(duplicate, target, new LinkedBy.Ai(), clock.GetUtcNow()), because, stop);

    /// <summary>Something happened to a ticket: where it is a root, its duplicates go by it.</summary>
    public async Task See(Event happened, Ticket ticket, CancellationToken stop)
    {
        var record = await book.Read(ticket.Id.Connection, stop);
        var graph = GraphOf(record);
        if (graph.DuplicatesOf(ticket.Id).Count > 0 || !graph.IsOpen(ticket.Id))
        {
            if (!ticket.Status.IsFinished())
                await Step(ticket.Id.Connection, one => one.RootReopened(ticket.Id), "its root is open again", stop);
            else
            {
                var ending = ticket.Status == TicketStatus.Cancelled ? RootEnding.Unresolved : RootEnding.Resolved;
                await Step(ticket.Id.Connection, one => one.RootClosed(ticket.Id, ending), "its root ended without an answer", stop);
            }
        }

        await Tell(ticket.Id.Connection, stop);
    }

    /// <summary>A person answered a decision: where they took a link back, or said that it is wrong, all is as it was before.</summary>
    public async Task Answered(Event answer, CancellationToken stop)
    {
        if (answer.Kind is not (EventKind.DecisionRejected or EventKind.DecisionUndone or EventKind.DecisionDisputed)) return;
        var decided = await receipts.Find($"{answer.Decision}-decided", stop);
        if (decided is not { Action: ActionKind.LinkDuplicate, Subject: { } duplicate }) return;
        var by = answer.Actor ?? new Person("unknown");
        await Step(duplicate.Connection, graph => graph.Dispute(duplicate, by), "the link to its root was taken back", stop);
    }

    /// <summary>Tells the desk what an earlier try did not come to.</summary>
    public async Task Tell(ConnectionName desk, CancellationToken stop)
    {
        foreach (var pending in (await book.Read(desk, stop)).Pending)
        {
            await Tell(pending, stop);
            await book.Change(desk, record => record with { Pending = [.. record.Pending.Where(one => one != pending)] }, stop);
        }
    }

    private async Task Step(ConnectionName desk, Func<DuplicateGraph, DuplicateAnswer> take, string because, CancellationToken stop)
    {
        await book.Change(
            desk,
            record =>
            {
                // A refusal is a repetition, or a step that would break what the graph promises; either changes nothing.
                if (take(GraphOf(record)) is not DuplicateAnswer.Moved moved) return null;
                var (step, graph) = (record.Step + 1, moved.Graph.Since(clock.GetUtcNow() - Remembered));
                return new DuplicateRecord(
                    step, [.. graph.All], [.. graph.AllEnded],
                    [.. record.Pending, .. moved.Moves.Select(move => new PendingMove(step, move, because))]);
            },
            stop);
        await Tell(desk, stop);
    }

    private async Task Tell(PendingMove pending, CancellationToken stop)
    {
        if (await desks(pending.Move.Ticket.Connection).Read(pending.Move.Ticket, stop) is not { } ticket) return;
        var occasion = $"step {pending.Step}";
        switch (pending.Move)
        {
            case DuplicateMove.Linked linked:
                await Link(ticket, linked.Root, occasion, pending.Because, stop);
                break;
            case DuplicateMove.Repointed moved:
                await Link(ticket, moved.Root, occasion, pending.Because, stop);
                break;
            case DuplicateMove.Restored restored:
                await Link(ticket, restored.Root, occasion, pending.Because, stop);
                break;
            case DuplicateMove.BecameCanonical:
                await Link(ticket, null, occasion, pending.Because, stop);
                break;
            case DuplicateMove.Reopened when ticket.Status.IsFinished():
                await carryOut.Handle(SuggestClosing.Reopen(ticket, occasion, pending.Because), Cause(ticket, occasion), stop);
                break;
        }
    }

    private async Task Link(Ticket ticket, TicketId? root, string occasion, string because, CancellationToken stop)
    {
        if ((ticket.DuplicateOf ?? "") == (root?.Number ?? "")) return;
        await carryOut.Handle(SuggestDuplicate.Link(ticket, root, occasion, because), Cause(ticket, occasion), stop);
    }

    private static DuplicateGraph GraphOf(DuplicateRecord record) => DuplicateGraph.Of(record.Links, record.Ended);

    private Event Cause(Ticket ticket, string occasion) => new()
    {
        Id = new EventId($"{ticket.Id}/duplicates/{occasion}"),
        Kind = EventKind.TicketUpdated,
        Subject = ticket.Id,
        OccurredAt = clock.GetUtcNow(),
        ReceivedAt = clock.GetUtcNow(),
    };
}
