using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Retrieval;

/// <summary>A part of a body, by the place of its first letter; of length 0 where no part says anything.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Passage(int Start, int Length);
