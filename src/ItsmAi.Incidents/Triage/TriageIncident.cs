using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Redacting;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Incidents.Asking;
using ItsmAi.Incidents.Routing;

namespace ItsmAi.Incidents.Triage;

/// <summary>
/// Triages one ticket: is it ours to triage, does it say enough, what is it about, whose is it, how urgent is it.
/// Gathers
/// nothing and writes nothing; the same ticket and model give the same suggestion.
/// </summary>
public static class TriageIncident
{
    /// <param name="predict">The classifiers: redacted text in, labels out, or null where no model is there.</param>
    /// <param name="occasion">What gave rise to it, the same on every redelivery.</param>
    public static Suggestion Suggest(
        Ticket ticket, Func<string, TriagePrediction?> predict, string occasion, TriageOptions options)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var text = Redaction.Redact($"{ticket.Title}\n{ticket.Description}");
        var completeness = ScoreCompleteness.Of(ticket, options.KnownServices);
        var free = FreeForTriage(ticket, options);
        var facts = new TriageFacts(occasion, Redaction.HashOf(text), [free]);
        if (completeness.Score < options.AskBelow) return AskForFacts.Suggest(ticket, completeness, facts);
        var enough = Gate.Pass("completeness", $"{completeness.Score} of 100");
        var prediction = predict(text) ?? NoModel;
        prediction = prediction with { WordsFor = NamelessWords.Of(prediction.WordsFor, ticket.Requester) };
        return RouteIncident.Suggest(ticket, prediction, completeness, facts with { Gates = [free, enough] }, options);
    }

    /// <summary>Without a model every ticket is an unknown topic: it is seen, receipted and left to people.</summary>
    private static TriagePrediction NoModel { get; } =
        new() { Categories = [], Threshold = 1, Versions = Versions.None };

    private static Gate FreeForTriage(Ticket ticket, TriageOptions options) => ticket switch
    {
        { Status: TicketStatus.Resolved or TicketStatus.Closed or TicketStatus.Cancelled } =>
            Gate.Fail("free", $"the ticket is {ticket.Status.ToString().ToLowerInvariant()}", AutonomyLevel.Shadow),
        { Assignee: not null } => Gate.Fail("free", "somebody has taken it", AutonomyLevel.Shadow),
        _ when !ticket.Team.Name.Equals(options.Intake.Name, StringComparison.OrdinalIgnoreCase) =>
            Gate.Fail("free", $"it is with {ticket.Team} already", AutonomyLevel.Shadow),
        _ => Gate.Pass("free", $"it waits in {options.Intake}, taken by nobody"),
    };
}
