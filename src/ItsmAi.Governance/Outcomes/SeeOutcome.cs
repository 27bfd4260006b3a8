using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Outcomes;

/// <summary>
/// Reads what people do with a ticket as words about what we suggested: where they put it, who resolved it, whether it
/// came back. Each event counts once, however often and however late it is delivered.
/// </summary>
public sealed class SeeOutcome(ReceiptChain receipts, TicketTrails trails, ObligationBook obligations, LearnOutcome outcomes)
{
    /// <param name="now">The ticket as it stands; null when it is gone.</param>
    public async Task Handle(Event happened, Ticket? now, CancellationToken stop)
    {
        var trail = await trails.Read(happened.Subject, stop);
        if (trail.OpenDecision is not { } decision) return;
        var by = happened.Actor ?? new Person("unknown");
        var decided = trail.Team is null ? null : await receipts.Find($"{decision}-decided", stop);
        var words = decided is null || now is null ? [] : Words(happened, now, decided).ToList();
        foreach (var (word, says) in words) await outcomes.Learn(decided!, word, says, stop);
        if (Ending(happened, now, trail, words) is { } end) await obligations.Dispose(decision, end, by, stop);
    }

    private static IEnumerable<(Word Word, string Says)> Words(Event happened, Ticket now, Receipt decided)
    {
        if (MovedTo(happened, now) is { } team)
        {
            var suggested = decided.Change?.Team?.Name ?? "nobody";
            yield return Same(team.Name, suggested)
                ? (new Word(OutcomeKind.Accepted, happened, "team", team.Name), $"it was moved to {team}, as suggested")
                : (new Word(OutcomeKind.Overridden, happened, "team", team.Name), $"it was moved to {team} instead of {suggested}");
        }

        if (LastOf(happened, "category") is { To: { Length: > 0 } label } && decided.Change?.Category is { } category)
        {
            yield return Same(label, category)
                ? (new Word(OutcomeKind.Accepted, happened, "category", label), $"the category was set to {label}, as suggested")
                : (new Word(OutcomeKind.Overridden, happened, "category", label), $"the category was set to {label} instead of {category}");
        }

        if (decided.Action == ActionKind.OpenIncident && LastOf(happened, "status") is not null && now.Status == TicketStatus.Cancelled)
            yield return (new Word(OutcomeKind.Overridden, happened), "it was cancelled: somebody says that it is no incident");
        if (happened.Kind == EventKind.TicketResolved)
            yield return (new Word(OutcomeKind.Resolved, happened, null, now.Team.Name), $"{now.Team} resolved it");
        if (happened.Kind == EventKind.TicketReopened)
            yield return (new Word(OutcomeKind.Reopened, happened), "it was opened again");
    }

    /// <summary>How what is owed about the decision ends by this event; null while it does not.</summary>
    private static Disposition? Ending(Event happened, Ticket? now, TicketTrail trail, List<(Word Word, string Says)> words)
    {
        if (happened.Kind == EventKind.TicketReplied && trail.Asked) return Disposition.Done;
        if (now is null || happened.Kind == EventKind.TicketResolved) return Disposition.Overtaken;
        if (LastOf(happened, "team") is null) return null;

        // A question suggests no team: whoever moves the ticket has dealt with it.
        return words.Select(one => (OutcomeKind?)one.Word.Kind).FirstOrDefault() switch
        {
            OutcomeKind.Accepted => Disposition.Done,
            OutcomeKind.Overridden => Disposition.Rejected,
            _ => Disposition.Overtaken,
        };
    }

    private static Team? MovedTo(Event happened, Ticket now) =>
        LastOf(happened, "team") is { } move ? new Team(move.To ?? now.Team.Name) : null;

    private static FieldChange? LastOf(Event happened, string field) => happened.Changes.LastOrDefault(change => change.Field == field);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
