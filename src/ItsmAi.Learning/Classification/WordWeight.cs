using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Classification;

/// <summary>
/// How much a word of a text weighed for a label (above 0) or against it (below 0), in units of the score.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WordWeight(string Word, double Weight);
