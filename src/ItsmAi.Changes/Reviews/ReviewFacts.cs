using ItsmAi.Desk.People;

namespace ItsmAi.Changes.Reviews;

/// <summary>What decides whether a change owes a post-implementation review.</summary>
/// <param name="Model">The model's label; empty where it has none.</param>
public sealed record ReviewFacts(string Change, string Model, Team Team, DateTimeOffset ImplementedAt)
{
    public bool HasFailed { get; init; }

    public bool CausedIncident { get; init; }

    public bool IsEmergency { get; init; }

    /// <summary>It was made, and nobody had authorised it.</summary>
    public bool IsUnauthorised { get; init; }

    public bool IsAiInitiated { get; init; }

    /// <summary>How many changes of the model AI had begun before this one.</summary>
    public int EarlierAiChanges { get; init; }
}
