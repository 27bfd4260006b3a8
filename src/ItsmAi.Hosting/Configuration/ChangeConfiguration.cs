using ItsmAi.Changes.Raising;
using ItsmAi.Desk.Signals;
using ItsmAi.Hosting.Reactions.Changes;

namespace ItsmAi.Hosting.Configuration;

/// <summary>How preventive changes are planned and kept, and which series are watched for them.</summary>
public sealed record ChangeConfiguration(ChangeRules Rules, IReadOnlyList<Watched> Watched)
{
    /// <summary>The series that are pushed to us, with what is watched for in them.</summary>
    public IReadOnlyList<(Watch Watch, WatchedSeries.Measured Series)> Pushed { get; init; } = [];

    /// <summary>Who may push, by name, with every Bearer token that is valid now.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Senders { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What stands wrong in the catalogue and among the series, and was left out.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
