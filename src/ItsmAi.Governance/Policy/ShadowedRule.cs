namespace ItsmAi.Governance.Policy;

/// <summary>A rule that can never be the first to match, for an earlier one matches whatever it would match.</summary>
public sealed record ShadowedRule(PolicyRule Rule, PolicyRule By)
{
    /// <summary>
    /// Each rule that one earlier rule covers. That several earlier ones cover a rule only together is not looked for.
    /// </summary>
    public static IReadOnlyList<ShadowedRule> In(PolicyDocument policy) =>
    [
        .. policy.Rules.Select((rule, order) => (rule, by: policy.Rules.Take(order).FirstOrDefault(earlier => Covers(earlier, rule))))
            .Where(pair => pair.by is not null)
            .Select(pair => new ShadowedRule(pair.rule, pair.by!)),
    ];

    private static bool Covers(PolicyRule wide, PolicyRule narrow) =>
        wide.Speaks(narrow.Action)
        && CoversAll(wide.Classes, narrow.Classes)
        && CoversAll(wide.Teams, narrow.Teams)
        && Covers(wide.When, narrow.When);

    private static bool Covers(PolicyConditions wide, PolicyConditions narrow) =>
        (wide.ConfidenceAtLeast ?? 0) <= (narrow.ConfidenceAtLeast ?? 0)
        && (wide.CompletenessAtLeast ?? 0) <= (narrow.CompletenessAtLeast ?? 0)
        && (wide.Vip is null || wide.Vip == narrow.Vip)
        && CoversAll(wide.Priorities, narrow.Priorities);

    /// <summary>An empty list means any, so only an empty one covers an empty one.</summary>
    private static bool CoversAll<T>(IReadOnlyList<T> wide, IReadOnlyList<T> narrow) =>
        wide.Count == 0 || (narrow.Count > 0 && narrow.All(wide.Contains));
}
