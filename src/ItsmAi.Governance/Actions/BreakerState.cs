namespace ItsmAi.Governance.Actions;

/// <summary>What one action did of late, and until when it rests.</summary>
public sealed record BreakerState
{
    public static BreakerState Empty { get; } = new();

    /// <summary>Acts within the window, oldest first.</summary>
    public IReadOnlyList<CountedAct> Acts { get; init; } = [];

    /// <summary>Null while it was never tripped.</summary>
    public DateTimeOffset? RestsUntil { get; init; }
}
