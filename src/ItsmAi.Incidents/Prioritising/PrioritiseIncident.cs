using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Incidents.Prioritising;

/// <summary>
/// Impact and urgency are predicted; priority is looked up. A priority that somebody has set is never touched, and
/// where
/// either prediction is unsure there is no suggestion.
/// </summary>
public static class PrioritiseIncident
{
    /// <summary>Below it a wrong priority costs more than a missing one.</summary>
    public const double LeastConfidence = 0.6;

    /// <returns>Null where nothing is suggested.</returns>
    public static PrioritySuggestion? Suggest(
        Priority? set, IReadOnlyList<Candidate> impacts, IReadOnlyList<Candidate> urgencies, ImpactUrgencyMatrix matrix)
    {
        if (set is not null) return null;
        if (Sure<Impact>(impacts) is not { } impact || Sure<Urgency>(urgencies) is not { } urgency) return null;
        return new PrioritySuggestion(impact, urgency, matrix.Of(impact, urgency));
    }

    private static TLevel? Sure<TLevel>(IReadOnlyList<Candidate> candidates)
        where TLevel : struct, Enum =>
        candidates is [{ Probability: >= LeastConfidence } first, ..]
        && Enum.TryParse<TLevel>(first.Label, ignoreCase: true, out var level)
        && Enum.IsDefined(level)
            ? level
            : null;
}
