namespace ItsmAi.Desk.Signals;

/// <summary>Why one line of what was pushed was not taken.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Says">Field, value, and what would be accepted.</param>
public sealed record SignalFault(int Line, string Says)
{
    /// <summary>The series whose unit is not the one that the registry knows it by; null for any other fault.</summary>
    public WatchedSeries.Measured? OtherUnit { get; init; }

    public override string ToString() => $"line {Line}: {Says}";
}
