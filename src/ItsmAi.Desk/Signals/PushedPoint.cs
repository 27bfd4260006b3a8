namespace ItsmAi.Desk.Signals;

/// <summary>One measurement as it was pushed.</summary>
/// <param name="Line">The line that it stood on, from 1.</param>
public sealed record PushedPoint(int Line, WatchedSeries.Measured Series, SignalPoint Point);
