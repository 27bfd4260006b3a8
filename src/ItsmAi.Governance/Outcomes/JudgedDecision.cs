namespace ItsmAi.Governance.Outcomes;

/// <summary>A decision with what is to be said of it.</summary>
public sealed record JudgedDecision(TrackedDecision Tracked, Judgement Judgement);
