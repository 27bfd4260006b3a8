namespace ItsmAi.Changes.Standing;

/// <summary>Whether a model's pre-authorisation holds, and why not.</summary>
/// <param name="Changes">The failed or incident-causing changes that suspend it; a review of each is needed.</param>
public sealed record ModelStanding(bool IsSuspended, IReadOnlyList<string> Changes, IReadOnlyList<string> Because)
{
    public static ModelStanding Good { get; } = new(false, [], []);
}
