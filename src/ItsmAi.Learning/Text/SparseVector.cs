using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Text;

/// <summary>The features of one text that are not zero: their numbers and, at the same places, their values.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SparseVector(ReadOnlyMemory<int> Features, ReadOnlyMemory<float> Values)
{
    /// <summary>How many features are not zero.</summary>
    public int Count => Features.Length;
}
