using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Training;

/// <summary>
/// The scores of a text that training did not see, none where it is unfamiliar, and its true label's number.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HeldOutRow(float[]? Scores, int Truth);
