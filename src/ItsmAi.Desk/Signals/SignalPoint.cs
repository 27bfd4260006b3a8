using System.Runtime.InteropServices;

namespace ItsmAi.Desk.Signals;

/// <summary>One measurement; its value is NaN where none came.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SignalPoint(DateTimeOffset At, double Value);
