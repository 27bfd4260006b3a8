namespace ItsmAi.Governance.Duties.Reviewing;

/// <summary>One answer of a reviewer.</summary>
/// <param name="Seconds">From first opening the decision to the answer; 0 where they never opened it.</param>
public sealed record ReviewerAnswer(string Decision, bool Approved, double Seconds);
