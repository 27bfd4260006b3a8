namespace ItsmAi.Governance.Policy.Keeping;

/// <summary>That somebody proposed a version, or approved it.</summary>
/// <param name="Receipt">The receipt that testifies it.</param>
public sealed record PolicySignature(string Account, string Receipt, DateTimeOffset At);
