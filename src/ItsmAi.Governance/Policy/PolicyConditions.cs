using ItsmAi.Desk.Tickets;

namespace ItsmAi.Governance.Policy;

/// <summary>What must hold for a rule to match; what is null is not asked. No condition reads free text.</summary>
public sealed record PolicyConditions
{
    public static PolicyConditions None { get; } = new();

    public double? ConfidenceAtLeast { get; init; }

    public int? CompletenessAtLeast { get; init; }

    public bool? Vip { get; init; }

    public IReadOnlyList<Priority> Priorities { get; init; } = [];

    public bool Hold(PolicyFacts facts) =>
        (ConfidenceAtLeast is not { } confidence || facts.Confidence.Value >= confidence)
        && (CompletenessAtLeast is not { } completeness || facts.Completeness >= completeness)
        && (Vip is not { } vip || facts.IsVip == vip)
        && (Priorities.Count == 0 || (facts.Priority is { } priority && Priorities.Contains(priority)));
}
