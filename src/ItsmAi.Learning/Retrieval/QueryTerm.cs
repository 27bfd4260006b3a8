using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Retrieval;

/// <summary>A term of a question, as it is written there.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QueryTerm(ulong Key, string Written, bool IsPair, int Count);
