using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Evaluation;

/// <summary>The time in which an alarm counts as a hit, both ends included.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NabWindow(TimeSpan Start, TimeSpan End);
