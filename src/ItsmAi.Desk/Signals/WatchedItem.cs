namespace ItsmAi.Desk.Signals;

/// <summary>A configuration item as the registry of series knows it.</summary>
/// <param name="Class">Such as <c>server</c>; change models are written for classes.</param>
/// <param name="Criticality">Low, Medium or High.</param>
public sealed record WatchedItem(string Id, string Class, string Criticality)
{
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>The items that it is a part of or runs on.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];
}
