using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Incidents.Prioritising;
using ItsmAi.Incidents.Triage;

namespace ItsmAi.Incidents.Routing;

/// <summary>
/// Turns a prediction into a suggestion: the category's team, the matrix's priority, the reasons, and gates for what
/// should make a person look first. Labels come from the closed lists of the model; nothing is read out of the text.
/// </summary>
public static class RouteIncident
{
    public static RoutingSuggestion Suggest(
        Ticket ticket, TriagePrediction prediction, Completeness completeness, TriageFacts facts, TriageOptions options)
    {
        var best = prediction.Categories is [var first, ..] ? first : new Candidate(RoutingSuggestion.UnknownTopic, 0);
        var known = best.Probability >= options.UnknownBelow && best.Label != RoutingSuggestion.UnknownTopic;
        var team = known ? TeamFor(best.Label, prediction, options) : null;
        var priority = known
            ? PrioritiseIncident.Suggest(ticket.Priority, prediction.Impacts, prediction.Urgencies, options.Matrix)
            : null;
        return new RoutingSuggestion
        {
            Subject = ticket.Id,
            Occasion = facts.Occasion,
            Class = known ? best.Label : RoutingSuggestion.UnknownTopic,
            Confidence = Confidence.Of(Math.Clamp(best.Probability, 0, 1)),
            Headline = Headline(team, known ? best.Label : null, priority),
            Because = Reasons(prediction),
            Candidates = [.. prediction.Categories.Take(3)],
            Gates = [.. facts.Gates, .. Gates(best, known, team, prediction, completeness, options)],
            Change = new PlannedChange(team, known ? best.Label : null, priority?.Priority),
            Basis = ticket.Fields,
            Completeness = completeness.Score,
            IsVip = ticket.IsVip,
            InputHash = facts.InputHash,
            Versions = prediction.Versions,
        };
    }

    private static Team? TeamFor(string category, TriagePrediction prediction, TriageOptions options) =>
        options.TeamOfCategory.TryGetValue(category, out var owner) ? owner
        : prediction.Teams is [var first, ..] ? new Team(first.Label)
        : null;

    private static string Headline(Team? team, string? category, PrioritySuggestion? priority)
    {
        if (category is null) return "route by hand: the topic is not one that history knows";
        var to = team is { } known ? $"move to {known}" : "set the category";
        return $"{to}, category {category}{(priority is null ? "" : $", {priority}")}";
    }

    private static IEnumerable<Gate> Gates(
        Candidate best, bool known, Team? team, TriagePrediction prediction, Completeness completeness, TriageOptions options)
    {
        yield return known
            ? Gate.Pass("known-topic", $"{best.Label} is a known category")
            : Gate.Fail("known-topic", "no category is likely enough", AutonomyLevel.Shadow);
        yield return best.Probability >= prediction.Threshold
            ? Gate.Pass("sure-enough", $"{best.Probability:0.00} is at or above the measured threshold {prediction.Threshold:0.00}")
            : Gate.Fail(
                "sure-enough",
                $"{best.Probability:0.00} is below the measured threshold {prediction.Threshold:0.00}",
                AutonomyLevel.Suggest);
        yield return team is not null
            ? Gate.Pass("team", $"{team} works on it")
            : Gate.Fail("team", "no team is known for the category", AutonomyLevel.Suggest);
        yield return completeness.NamesService || !options.RequiresService
            ? Gate.Pass("service", completeness.NamesService ? "a service or device is named" : "this desk keeps no service field")
            : Gate.Fail("service", "no service or configuration item is named", AutonomyLevel.Suggest);
    }

    private static List<string> Reasons(TriagePrediction prediction)
    {
        var reasons = new List<string>();
        if (prediction.WordsFor.Count > 0) reasons.Add($"words that weighed: {string.Join(", ", prediction.WordsFor)}");
        if (prediction.Similar.Count > 0)
        {
            var alike = prediction.Similar.Select(ticket => $"{ticket.Number} ({ticket.Category}, {ticket.Similarity:0.00})");
            reasons.Add($"similar resolved tickets: {string.Join(", ", alike)}");
        }

        if (prediction.Categories.Count > 1)
        {
            var others = prediction.Categories.Skip(1).Take(2).Select(other => $"{other.Label} {other.Probability:0.00}");
            reasons.Add($"considered too: {string.Join(", ", others)}");
        }

        return reasons;
    }
}
