namespace ItsmAi.Governance.Outcomes;

/// <summary>
/// Judges a decision by all that was observed of it, in the order that it happened and not in the order that it was
/// told. A pure function of the set: what comes late or twice corrects the judgement and never counts double.
/// </summary>
public static class JudgeDecision
{
    /// <param name="reopenWithin">A reopening within this time makes a resolution wrong.</param>
    public static Judgement Of(TrackedDecision decision, TimeSpan reopenWithin)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var told = decision.Observations
            .OrderBy(one => one.At).ThenBy(one => one.Event, StringComparer.Ordinal).ThenBy(one => one.Kind).ToList();
        var right = FirstTimeRight(decision, told, reopenWithin);
        var overrides = Overrides(decision, told, right).OrderBy(told.IndexOf).ToList();
        var (bounces, minutes) = Handed(decision, told);
        return new Judgement(right, overrides.Count > 0, overrides, bounces, minutes, told.Count == 0 ? decision.DecidedAt : told[^1].At);
    }

    private static bool? FirstTimeRight(TrackedDecision decision, List<Observation> told, TimeSpan reopenWithin)
    {
        if (told.Exists(one => one.Kind is OutcomeKind.Undone or OutcomeKind.Disputed)) return false;
        var soonBack = told.Exists(
            one => one.Kind == OutcomeKind.Reopened && one.At - ResolvedBefore(decision, told, one) <= reopenWithin);
        if (soonBack) return false;
        return told.FindLast(one => one.Kind == OutcomeKind.Resolved) is { } resolved ? Same(resolved.To, decision.Team) : null;
    }

    /// <summary>Where the resolution is not known, it cannot have been earlier than the decision.</summary>
    private static DateTimeOffset ResolvedBefore(TrackedDecision decision, List<Observation> told, Observation reopened) =>
        told.FindLast(one => one.Kind == OutcomeKind.Resolved && one.At <= reopened.At)?.At ?? decision.DecidedAt;

    private static IEnumerable<Observation> Overrides(TrackedDecision decision, List<Observation> told, bool? right)
    {
        foreach (var one in told.Where(one => one.Kind is OutcomeKind.Undone or OutcomeKind.Disputed)) yield return one;

        // Rejected without a word where it belongs instead.
        foreach (var one in told.Where(one => one is { Kind: OutcomeKind.Overridden, Field: null } && right != true)) yield return one;
        var team = told.Find(one => IsMove(one) && (!decision.Acted || !Same(one.To, decision.Team)));
        if (team is not null && !Same(team.To, decision.Team) && right != true) yield return team;
        var category = told.FindLast(one => one.Field == "category");
        if (category is not null && decision.Category is not null && !Same(category.To, decision.Category)) yield return category;
    }

    /// <summary>Moves on from a place that the decision gave it: by itself, or by a person who took its word.</summary>
    private static (int Bounces, double Minutes) Handed(TrackedDecision decision, List<Observation> told)
    {
        var at = decision.DecidedAt;
        var ours = decision.Acted;
        var (bounces, minutes) = (0, 0.0);
        foreach (var move in told.Where(IsMove))
        {
            if (ours && (bounces > 0 || !Same(move.To, decision.Team)))
            {
                bounces++;
                minutes += Math.Max(0, (move.At - at).TotalMinutes);
            }
            else if (!ours && !Same(move.To, decision.Team))
            {
                break;
            }

            ours = true;
            at = move.At;
        }

        return (bounces, minutes);
    }

    private static bool IsMove(Observation one) => one.Field == "team";

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
