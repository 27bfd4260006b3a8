using ItsmAi.Changes.Raising;

namespace ItsmAi.Hosting.Reactions.Changes;

/// <summary>A series under watch, and how to ask it what it says now.</summary>
public sealed record Watched(Watch Watch, Func<DateTimeOffset, CancellationToken, Task<Foreseen>> Look);
