using ItsmAi.Governance.Policy;

namespace ItsmAi.Governance.Duties.Reviewing;

/// <summary>
/// Tells a reviewer who reads from one who stamps: enough approvals, not one rejection among them, and half of them faster
/// than anybody reads.
/// </summary>
public static class RubberStamp
{
    public static bool Is(ReviewerRecord reviewer, BrakeSettings brakes) =>
        reviewer.Answers.Count >= brakes.StampApprovals
        && reviewer.Answers.All(answer => answer.Approved)
        && reviewer.MedianSeconds() is { } median && median < brakes.StampMedian.TotalSeconds;
}
