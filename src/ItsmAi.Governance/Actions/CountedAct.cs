namespace ItsmAi.Governance.Actions;

/// <summary>One act that was allowed.</summary>
public sealed record CountedAct(string Decision, string Team, DateTimeOffset At);
