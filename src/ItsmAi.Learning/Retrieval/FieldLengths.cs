using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Retrieval;

/// <summary>What one more of a word is worth in each field of a document: less where the field is long.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FieldLengths(double Title, double Body);
