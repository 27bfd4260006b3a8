using ItsmAi.Hosting.Reactions.Changes;

namespace ItsmAi.Hosting.Configuration;

/// <summary>How preventive changes are planned and kept, and which series are watched for them.</summary>
public sealed record ChangeConfiguration(ChangeRules Rules, IReadOnlyList<Watched> Watched)
{
    /// <summary>What stands wrong in the catalogue and among the series, and was left out.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
