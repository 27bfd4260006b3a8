using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Hosting.Reactions.Closing;

/// <summary>What is done about resolved tickets, and what reality said of it: each by its receipts.</summary>
public sealed class ClosureActs(CarryOut carryOut, ReceiptChain receipts, LearnOutcome outcomes, TimeProvider clock)
{
    private const string Approved = "-approved";

    public static string DecisionOf(Suggestion suggestion) =>
        ReceiptAddress.DecisionOn(suggestion.Subject.Key, suggestion.Action.ToString(), suggestion.Occasion);

    /// <returns>True when the desk shows it, by this try, an earlier one, or somebody's approval.</returns>
    public async Task<bool> Do(Suggestion suggestion, CancellationToken stop)
    {
        var decided = await carryOut.Handle(suggestion, Cause(suggestion.Subject, suggestion.Occasion, clock.GetUtcNow()), stop);
        return await receipts.Done(decided, stop) is not null;
    }

    /// <summary>True where we closed it; what a sudden end left unfinished is finished first.</summary>
    public async Task<bool> IsClosed(ClosureCase one, CancellationToken stop)
    {
        if (one.Decision is null || await receipts.Find($"{one.Decision}-decided", stop) is not { } decided) return false;
        if (decided.Verdict == Verdict.Act) await carryOut.Finish(decided, stop);
        return await receipts.Done(decided, stop) is not null && !await WasTakenBack(one, stop);
    }

    /// <summary>Somebody undid the closing, or the requester said that it is wrong.</summary>
    public async Task<bool> WasTakenBack(ClosureCase one, CancellationToken stop) => one.Decision is { } decision
        && (await receipts.Find($"{decision}-undoasked", stop) ?? await receipts.Find($"{decision}-disputed", stop)) is not null;

    /// <summary>The decision by which we resolved the ticket, if that is the last thing that we wrote to it.</summary>
    public async Task<Receipt?> Resolving(Ticket ticket, CancellationToken stop)
    {
        // The field says which decision to look for; that it is one of ours, on this ticket, is for the receipts to say.
        var decision = ticket.Marker is { } marker && marker.EndsWith(Approved, StringComparison.Ordinal)
            ? marker[..^Approved.Length]
            : ticket.Marker;
        if (decision is null || !decision.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')) return null;
        return await receipts.Find($"{decision}-decided", stop) is { Action: ActionKind.ResolveIncident } decided
            && decided.Subject == ticket.Id
            ? decided
            : null;
    }

    /// <summary>What the receipt of our own resolving says stands for code and notes that nobody wrote.</summary>
    public async Task<Resolution> WithOurs(Resolution resolution, ClosureCase one, CancellationToken stop) =>
        one.ResolvedBy is not null && await receipts.Find($"{one.ResolvedBy}-decided", stop) is { } decided
            ? resolution with { Code = resolution.Code ?? "alerts clear", Notes = resolution.Notes ?? decided.Headline }
            : resolution;

    /// <summary>It was opened again too soon.</summary>
    public Task WasWrong(ClosureCase one, DateTimeOffset at, CancellationToken stop) =>
        Learn(one, OutcomeKind.Reopened, at, "it was opened again: it had been closed wrongly", stop);

    /// <summary>Nobody opened it again in time.</summary>
    public Task StayedClosed(ClosureCase one, CancellationToken stop) =>
        Learn(one, OutcomeKind.Resolved, clock.GetUtcNow(), "it stayed closed", stop);

    /// <summary>Told once, however often it is found.</summary>
    private async Task Learn(ClosureCase one, OutcomeKind kind, DateTimeOffset at, string says, CancellationToken stop)
    {
        if (await receipts.Find($"{one.Decision}-decided", stop) is not { } decided) return;
        var to = kind == OutcomeKind.Resolved ? decided.Change?.Team?.Name : null;
        await outcomes.Learn(decided, new Word(kind, Cause(one.Ticket, $"{one.Decision}/{kind}", at), null, to), says, stop);
    }

    private static Event Cause(TicketId ticket, string what, DateTimeOffset at) => new()
    {
        Id = new EventId($"{ticket}/closure/{what}"),
        Kind = EventKind.TicketResolved,
        Subject = ticket,
        OccurredAt = at,
        ReceivedAt = at,
    };
}
