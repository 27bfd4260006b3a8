namespace ItsmAi.Governance.Outcomes;

/// <summary>
/// Looks for the cause of overrides: taxonomy, preference, data, policy and, where none of these shows, the model. What
/// can be known for certain comes first: that a class came up after the training excuses the model and the people.
/// </summary>
public static class OverrideAutopsy
{
    /// <summary>With fewer overrides nothing is to be seen.</summary>
    public const int Fewest = 5;

    /// <summary>Overrides to so many places are scattered.</summary>
    private const int Scattered = 4;

    /// <summary>Tickets below this completeness say too little, 0 to 100.</summary>
    private const int Poor = 50;

    /// <param name="judged">Decisions of one class that count, in the order of their last word.</param>
    /// <param name="isNewToTheModel">Whether the model in force cannot know the label.</param>
    /// <returns>Null where there are too few overrides to tell.</returns>
    public static AutopsyFinding? Examine(IReadOnlyList<JudgedDecision> judged, Func<string, bool> isNewToTheModel)
    {
        var overridden = judged.Where(one => one.Judgement.IsOverridden).ToList();
        if (overridden.Count < Fewest) return null;
        return Taxonomy(overridden, isNewToTheModel)
            ?? Preference(judged, overridden)
            ?? Data(overridden)
            ?? Policy(overridden)
            ?? Finding(OverrideCause.Model, overridden, null, "the model takes it for another class");
    }

    /// <summary>
    /// True where all overrides are one person's and others, as often at least, let the same be: that says something of
    /// the person and nothing of the model.
    /// </summary>
    public static bool IsOnesTaste(IReadOnlyList<JudgedDecision> judged)
    {
        var hands = judged.SelectMany(one => one.Judgement.Overrides).Select(one => one.By).Distinct(StringComparer.Ordinal).ToList();
        if (hands is not [var person]) return false;
        var overridden = judged.Count(one => one.Judgement.IsOverridden);
        var letBe = judged.Count(one => !one.Judgement.IsOverridden
            && one.Tracked.Observations.Any(told => told.Kind is OutcomeKind.Accepted or OutcomeKind.Resolved && told.By != person));
        return letBe >= overridden;
    }

    private static AutopsyFinding? Preference(IReadOnlyList<JudgedDecision> judged, List<JudgedDecision> overridden) =>
        IsOnesTaste(judged)
            ? Finding(OverrideCause.Preference, overridden, null, "one person overrides what others let stand")
            : null;

    private static AutopsyFinding? Taxonomy(List<JudgedDecision> overridden, Func<string, bool> isNewToTheModel)
    {
        var target = Commonest(overridden, "category");
        if (target is not { } found || found.Count < Fewest || found.Count * 2 < overridden.Count) return null;
        if (!isNewToTheModel(found.To)) return null;
        return Finding(
            OverrideCause.Taxonomy, overridden, found.To,
            $"{found.Count} of {overridden.Count} overrides set {found.To}, which came up after the model was trained");
    }

    private static AutopsyFinding? Data(List<JudgedDecision> overridden)
    {
        var places = overridden.Select(one => one.Judgement.Overrides.LastOrDefault(told => told.To is not null)?.To)
            .OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var completeness = overridden.Average(one => one.Tracked.Completeness);
        return places < Scattered || completeness >= Poor ? null : Finding(
            OverrideCause.Data, overridden, null,
            $"overrides are scattered over {places} places, and the tickets have a completeness of {completeness:0} of 100");
    }

    private static AutopsyFinding? Policy(List<JudgedDecision> overridden)
    {
        if (overridden.Exists(one => one.Judgement.Overrides.Any(told => told.Field == "category"))) return null;
        return Commonest(overridden, "team") is { } found && found.Count >= Fewest && found.Count * 2 > overridden.Count
            ? Finding(
                OverrideCause.Policy, overridden, found.To,
                $"{found.Count} of {overridden.Count} overrides keep the category and move it to {found.To}: who works on it has changed")
            : null;
    }

    private static (string To, int Count)? Commonest(List<JudgedDecision> overridden, string field)
    {
        var groups = overridden
            .SelectMany(one => one.Judgement.Overrides.Where(told => told.Field == field && told.To is not null).Take(1))
            .GroupBy(told => told.To!, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        return groups is [var first, ..] ? (first.Key, first.Count()) : null;
    }

    private static AutopsyFinding Finding(OverrideCause cause, List<JudgedDecision> overridden, string? to, string says) =>
        new(cause, says, to, [.. overridden.Select(one => one.Tracked.Decision)]);
}
