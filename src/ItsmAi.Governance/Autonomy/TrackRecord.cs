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

    /// <summary>As many may wait for the ticket to be resolved; beyond it the oldest are followed no longer.</summary>
    public const int MostWaiting = 600;

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
    public TrackRecord With(TrackedDecision decision) => IsKnown(decision.Decision) || !Takes(decision)
        ? this
        : this with { Decisions = Kept([.. Decisions, decision]) };

    /// <summary>With a word about the decision; where it is not there any more, it comes back with its word.</summary>
    public TrackRecord With(TrackedDecision decision, Observation word) => IsKnown(decision.Decision)
        ? With(decision.Decision, one => one.With(word))
        : With(decision.With(word));

    /// <summary>With one decision changed; unknown ones change nothing.</summary>
    public TrackRecord With(string decision, Func<TrackedDecision, TrackedDecision> change)
    {
        if (Decisions.FirstOrDefault(one => one.Decision == decision) is not { } before) return this;
        var after = change(before);
        return ReferenceEquals(before, after)
            ? this
            : this with { Decisions = Kept([.. Decisions.Select(one => ReferenceEquals(one, before) ? after : one)]) };
    }

    private bool IsKnown(string decision) => Decisions.Any(one => one.Decision == decision);

    /// <summary>A trial begins a record: where autonomy was lost, or real decisions are there, it proves nothing.</summary>
    private bool Takes(TrackedDecision decision) =>
        !decision.IsTrial || (EvidenceFrom is null && Decisions.All(one => one.IsTrial));

    /// <summary>Those that still wait for their word are kept apart, so that a busy week does not push them out.</summary>
    private static TrackedDecision[] Kept(List<TrackedDecision> all)
    {
        var told = all.Where(one => one.Observations.Count > 0)
            .OrderBy(one => one.Observations.Max(word => word.At)).ThenBy(one => one.Decision, StringComparer.Ordinal)
            .TakeLast(MostDecisions);
        var waiting = all.Where(one => one.Observations.Count == 0)
            .OrderBy(one => one.DecidedAt).ThenBy(one => one.Decision, StringComparer.Ordinal).TakeLast(MostWaiting);
        return [.. told.Concat(waiting).OrderBy(one => one.DecidedAt).ThenBy(one => one.Decision, StringComparer.Ordinal)];
    }
}
