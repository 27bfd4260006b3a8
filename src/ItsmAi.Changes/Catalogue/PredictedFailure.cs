namespace ItsmAi.Changes.Catalogue;

/// <summary>What a forecast says will fail, when, and how sure it is.</summary>
public sealed record PredictedFailure
{
    public required string Id { get; init; }

    /// <summary>The measured series that will breach, such as <c>disk_used_percent</c>.</summary>
    public required string Series { get; init; }

    /// <summary>What it will come to, such as <c>disk-full</c>.</summary>
    public required string Condition { get; init; }

    public required ConfigurationItem Item { get; init; }

    public required DateTimeOffset PredictedAt { get; init; }

    public required DateTimeOffset FailsAt { get; init; }

    /// <summary>The calibrated probability, 0 to 1.</summary>
    public double Confidence { get; init; }

    public IReadOnlyList<string> Because { get; init; } = [];
}
