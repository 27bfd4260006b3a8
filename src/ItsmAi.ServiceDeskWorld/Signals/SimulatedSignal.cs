using ItsmAi.Learning.Series;

namespace ItsmAi.ServiceDeskWorld.Signals;

/// <summary>A simulated series with what is true of it: its limit, and when three rows in a row first reach it.</summary>
public sealed record SimulatedSignal(
    SignalFamily Family, IReadOnlyList<Sample> Samples, double Threshold, bool IsBelow, TimeSpan? BreachAt);
