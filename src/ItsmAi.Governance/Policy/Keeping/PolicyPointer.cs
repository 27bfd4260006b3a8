namespace ItsmAi.Governance.Policy.Keeping;

/// <summary>Which version is in force.</summary>
/// <param name="Sequence">From 1; one more each time that another version comes into force.</param>
public sealed record PolicyPointer(long Sequence, string Version, DateTimeOffset At);
