using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Evaluation;

/// <summary>How probable the first label of a row was said to be, and whether it was right.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct JudgedRow(double Probability, bool IsRight);
