namespace ItsmAi.Changes.Standing;

/// <summary>What became of one change of a model.</summary>
/// <param name="Model">The model's id, whatever its version was.</param>
public sealed record ChangeResult(string Change, string Model, DateTimeOffset ImplementedAt)
{
    /// <summary>It was not carried out as planned, or was backed out.</summary>
    public bool HasFailed { get; init; }

    public bool CausedIncident { get; init; }

    public bool IsAiInitiated { get; init; }

    public bool IsGood => !HasFailed && !CausedIncident;
}
