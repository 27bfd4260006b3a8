namespace ItsmAi.Desk.Changes;

/// <summary>What a change model was written for. An empty list leaves that side open.</summary>
public sealed record ChangeScope
{
    /// <summary>Classes of configuration item, such as <c>server</c>.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Conditions that it prevents, such as <c>disk-full</c>.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>The measured series that it prevents a breach of, such as <c>disk_used_percent</c>.</summary>
    public IReadOnlyList<string> Series { get; init; } = [];

    public IReadOnlyList<ChangeWindow> Windows { get; init; } = [];
}
