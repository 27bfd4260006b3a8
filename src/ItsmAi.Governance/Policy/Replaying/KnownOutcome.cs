using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Policy.Replaying;

/// <summary>What reality said of a suggestion so far, for a replay.</summary>
internal static class KnownOutcome
{
    /// <summary>
    /// True where this outcome speaks for the suggestion, false where it speaks against it, null where it says nothing. One
    /// that speaks against it outweighs all that speak for it.
    /// </summary>
    /// <param name="team">The team that was suggested, if one was.</param>
    public static bool? SpeaksFor(Receipt outcome, string? team) => outcome.Outcome switch
    {
        OutcomeKind.Accepted => true,
        OutcomeKind.Resolved when outcome.To is { } to && team is not null => to.Equals(team, StringComparison.OrdinalIgnoreCase),
        OutcomeKind.Resolved => true,
        OutcomeKind.Overridden or OutcomeKind.Undone or OutcomeKind.Bounced or OutcomeKind.Reopened or OutcomeKind.Disputed => false,
        _ => null,
    };
}
