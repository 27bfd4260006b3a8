namespace ItsmAi.Changes.Standing;

/// <summary>Whether a model's pre-authorisation holds, and why not.</summary>
public sealed record ModelStanding(bool IsSuspended, IReadOnlyList<string> Because);
