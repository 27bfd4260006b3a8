using ItsmAi.Governance.Policy.Replaying;

namespace ItsmAi.Governance.Policy.Keeping;

/// <summary>What comes of proposing or approving a policy.</summary>
public abstract record PolicyAnswer
{
    private PolicyAnswer()
    {
    }

    /// <summary>It is kept and waits for somebody else's approval.</summary>
    /// <param name="Replay">What it would have answered otherwise, and so whom it takes.</param>
    public sealed record Proposed(string Version, ReplayReport Replay) : PolicyAnswer;

    /// <summary>One approval is there; it takes a second, by somebody else again.</summary>
    public sealed record ApprovedInPart(string Version, ReplayReport Replay) : PolicyAnswer;

    /// <summary>It is in force.</summary>
    /// <param name="Replay">Null where it was in force before.</param>
    public sealed record Activated(string Version, ReplayReport? Replay) : PolicyAnswer;

    /// <summary>There is no such version.</summary>
    public sealed record Unknown(string Says) : PolicyAnswer;

    /// <summary>The text is no policy.</summary>
    public sealed record Unreadable(PolicyProblem Problem) : PolicyAnswer;

    /// <summary>This person may not, or something else came first.</summary>
    public sealed record Refused(string Says) : PolicyAnswer;
}
