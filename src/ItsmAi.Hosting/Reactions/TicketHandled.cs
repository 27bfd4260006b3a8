using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;
using ItsmAi.Incidents.Triage;

namespace ItsmAi.Hosting.Reactions;

/// <summary>
/// Handles one event of a ticket in its order. The event is a hint: the ticket is read first, and what it shows is
/// judged.
/// </summary>
/// <param name="watchers">Who else looks at what happened to a ticket, once its outcome is taken down.</param>
/// <param name="ownMoves">Who looks at a status that we ourselves set: nobody learns from it, but it may call for more.</param>
/// <param name="answered">What follows from a person's answer, once it is taken.</param>
public sealed class TicketHandled(
    IReadOnlyDictionary<string, ConnectedDesk> desks,
    Func<string, TriagePrediction?> predict,
    CarryOut carryOut,
    AnswerDecision answers,
    SeeOutcome outcomes,
    TicketTrails trails,
    IReadOnlyList<Func<Event, Ticket, CancellationToken, Task>> watchers,
    IReadOnlyList<Func<Event, Ticket, CancellationToken, Task>> ownMoves,
    Func<Event, CancellationToken, Task> answered)
{
    public async Task<Handling> Handle(string message, CancellationToken stop)
    {
        if (EventJson.Read(message) is not { Subject: not null } what) return new Handling.Permanent("the message is not an event");
        if (!desks.TryGetValue(what.Subject.Connection.Value, out var desk))
        {
            return new Handling.Permanent($"connection: \"{what.Subject.Connection}\" is not configured");
        }

        try
        {
            return await Handle(what, desk, stop);
        }
        catch (Exception error) when (error is DeskUnavailableException or StoreUnavailableException or NotYetException)
        {
            return new Handling.Again(error.Message);
        }
    }

    private async Task<Handling> Handle(Event what, ConnectedDesk desk, CancellationToken stop) => what.Kind switch
    {
        EventKind.DecisionApproved or EventKind.DecisionRejected or EventKind.DecisionUndone
            or EventKind.DecisionDisputed => await Answer(what, stop),
        EventKind.TicketDeleted => await Gone(what, stop),
        _ when await IsEcho(what, desk, stop) => await OwnMove(what, desk, stop),
        _ => await desk.Desk.Read(what.Subject, stop) is { } ticket
            ? await Handle(what, ticket, desk, stop)
            : new Handling.Permanent($"{what.Subject}: the desk has no such ticket for us"),
    };

    private async Task<Handling> Answer(Event what, CancellationToken stop)
    {
        if (await answers.Handle(what, stop) is { } refused) return new Handling.Permanent(refused);
        await answered(what, stop);
        return new Handling.Done();
    }

    private async Task<Handling> OwnMove(Event what, ConnectedDesk desk, CancellationToken stop)
    {
        if (what.Changes.All(change => change.Field != "status") || await desk.Desk.Read(what.Subject, stop) is not { } ticket)
            return new Handling.Done();
        foreach (var watcher in ownMoves) await watcher(what, ticket, stop);
        return new Handling.Done();
    }

    /// <summary>Our account did it, only our own fields changed, or it is the version that a write of ours resulted in.</summary>
    private async Task<bool> IsEcho(Event what, ConnectedDesk desk, CancellationToken stop)
    {
        if (what.Actor == desk.Settings.Account) return true;
        if (what.Changes.Count > 0 && what.Changes.All(change => desk.OwnFields.Contains(change.Field))) return true;

        // A person's change may be the newest thing that our read-back saw, and is an echo of nobody.
        if (what.Actor is not null || what.Kind == EventKind.TicketCreated || what.Sequence == 0) return false;
        var trail = await trails.Read(what.Subject, stop);
        return trail.OwnVersions.Contains($"{what.Sequence}", StringComparer.Ordinal);
    }

    private async Task<Handling> Handle(Event what, Ticket ticket, ConnectedDesk desk, CancellationToken stop)
    {
        var trail = await trails.Read(ticket.Id, stop);
        if (what.Kind != EventKind.TicketCreated) await outcomes.Handle(what, ticket, stop);
        foreach (var watcher in watchers) await watcher(what, ticket, stop);
        if (Occasion(what, trail) is { } occasion)
        {
            // One question is enough: whoever answered it is routed with what there is.
            var options = trail.Asked ? desk.Settings.Triage with { AskBelow = 0 } : desk.Settings.Triage;
            await carryOut.Handle(TriageIncident.Suggest(ticket, predict, occasion, options), what, stop);
        }

        return new Handling.Done();
    }

    private async Task<Handling> Gone(Event what, CancellationToken stop)
    {
        await outcomes.Handle(what, now: null, stop);
        return new Handling.Done();
    }

    private static string? Occasion(Event what, TicketTrail trail) => what.Kind switch
    {
        EventKind.TicketCreated => "created",
        EventKind.TicketReplied when trail.Asked => what.Id.Value,
        _ => null,
    };
}
