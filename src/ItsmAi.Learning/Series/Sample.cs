using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Series;

/// <summary>One sample of a series: its time since the Unix epoch, and its value, which is NaN where it is missing.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Sample(TimeSpan Time, double Value)
{
    /// <summary>True where a value was due and none came.</summary>
    public bool IsMissing => !double.IsFinite(Value);
}
