namespace ItsmAi.Hosting.Reactions.Signals;

/// <summary>What was measured of one series within one hour, in the order of time.</summary>
/// <param name="Times">Milliseconds since 1970, strictly rising.</param>
/// <param name="Values">As many as times.</param>
public sealed record SignalHour(IReadOnlyList<long> Times, IReadOnlyList<double> Values)
{
    public static SignalHour Empty { get; } = new([], []);
}
