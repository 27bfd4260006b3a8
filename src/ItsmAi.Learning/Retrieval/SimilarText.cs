using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Retrieval;

/// <summary>A text that was found, its label ("" where it has none) and its cosine, from above 0 to 1.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SimilarText(string Id, string Label, double Score);
