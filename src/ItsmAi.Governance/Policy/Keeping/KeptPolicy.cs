namespace ItsmAi.Governance.Policy.Keeping;

/// <summary>A version as it is kept, for good: the text as somebody wrote it.</summary>
public sealed record KeptPolicy(string Version, string Text, DateTimeOffset At);
