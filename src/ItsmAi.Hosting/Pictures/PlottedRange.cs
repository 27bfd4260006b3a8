using System.Runtime.InteropServices;

namespace ItsmAi.Hosting.Pictures;

/// <summary>What a plot's band covers at one time, from low to high.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlottedRange(TimeSpan Time, double Low, double High);
