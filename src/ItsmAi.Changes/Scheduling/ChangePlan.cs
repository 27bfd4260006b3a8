using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Standing;

namespace ItsmAi.Changes.Scheduling;

/// <summary>What becomes of a preventive change: a time, a question to people, or an emergency candidate.</summary>
public abstract record ChangePlan
{
    private ChangePlan()
    {
    }

    public required IReadOnlyList<string> Because { get; init; }

    /// <summary>Every time that was looked at and cannot be.</summary>
    public required IReadOnlyList<RejectedStart> Rejected { get; init; }

    /// <summary>There is a place. Only a standard change may take it without a person's approval.</summary>
    /// <param name="DecisionDue">When the approval has to be there; null for a standard change.</param>
    /// <param name="LatestSafeStart">After it the change comes too late.</param>
    /// <param name="Leave">What a standard change rests on; null on the other paths.</param>
    public sealed record Scheduled(
        DateTimeOffset Start,
        DateTimeOffset End,
        PathChoice Path,
        DateTimeOffset? DecisionDue,
        DateTimeOffset LatestSafeStart,
        PreAuthorisation? Leave) : ChangePlan;

    /// <summary>There is no place unless somebody makes one.</summary>
    public sealed record NeedsDecision(
        IReadOnlyList<DecisionOption> Options, DateTimeOffset DecisionDue, DateTimeOffset LatestSafeStart, PathChoice Path)
        : ChangePlan;

    /// <summary>No safe start is left. People decide; nothing is carried out by itself.</summary>
    public sealed record EmergencyCandidate(PathChoice Path) : ChangePlan;
}
