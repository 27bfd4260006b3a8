namespace ItsmAi.Governance.Outcomes;

/// <summary>What the overrides of a class have in common, with the decisions that show it.</summary>
/// <param name="To">The class or team that people set instead, where the cause has one.</param>
public sealed record AutopsyFinding(OverrideCause Cause, string Says, string? To, IReadOnlyList<string> Evidence);
