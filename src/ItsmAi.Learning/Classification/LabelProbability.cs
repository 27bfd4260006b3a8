using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Classification;

/// <summary>A label and how probable it is, between 0 and 1.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LabelProbability(string Label, double Probability);
