namespace ItsmAi.Changes.Catalogue;

/// <summary>What a change is made on.</summary>
public sealed record ConfigurationItem(string Id, string Class)
{
    /// <summary>The services that it bears.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>The items that it is a part of or runs on, one step up.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    public Criticality Criticality { get; init; } = Criticality.Medium;
}
