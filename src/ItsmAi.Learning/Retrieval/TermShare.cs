using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Retrieval;

/// <summary>A word, or two neighbours, of the question and its share of the cosine, from 0 to 1.</summary>
/// <param name="InTitle">It stands in the title too.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TermShare(string Term, double Share, bool InTitle);
