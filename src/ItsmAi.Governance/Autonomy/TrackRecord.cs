using ItsmAi.Governance.Outcomes;

namespace ItsmAi.Governance.Autonomy;

/// <summary>
/// What is known of one action, class and team: the level it has earned and the decisions that it is judged by. Receipts
/// are the truth; this is kept so that a level is found with one read.
/// </summary>
public sealed record TrackRecord
{
    /// <summary>More than any rule looks back for; the oldest go first.</summary>
    public const int MostDecisions = 200;

    public static TrackRecord Empty { get; } = new();

    /// <summary>Null while nobody changed it: where the policy and the class let it start.</summary>
    public AutonomyLevel? Level { get; init; }

    /// <summary>Only decisions from here on are evidence: after a demotion it is earned anew.</summary>
    public DateTimeOffset? EvidenceFrom { get; init; }

    /// <summary>The promotion that waits for a person; null where none does.</summary>
    public PromotionProposal? Proposal { get; init; }

    /// <summary>Decisions whose wrong act already cost the level once.</summary>
    public IReadOnlyList<string> Answered { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<TrackedDecision> Decisions { get; init; } = [];

    /// <summary>With the decision, in its place in time; one that is there stays as it is.</summary>
    public TrackRecord With(TrackedDecision decision) => Decisions.Any(one => one.Decision == decision.Decision)
        ? this
        : this with
        {
            Decisions = [.. Decisions.Append(decision)
                .OrderBy(one => one.DecidedAt).ThenBy(one => one.Decision, StringComparer.Ordinal).TakeLast(MostDecisions)],
        };

    /// <summary>With one decision changed; unknown ones change nothing.</summary>
    public TrackRecord With(string decision, Func<TrackedDecision, TrackedDecision> change)
    {
        if (Decisions.FirstOrDefault(one => one.Decision == decision) is not { } before) return this;
        var after = change(before);
        return ReferenceEquals(before, after)
            ? this
            : this with { Decisions = [.. Decisions.Select(one => ReferenceEquals(one, before) ? after : one)] };
    }
}
