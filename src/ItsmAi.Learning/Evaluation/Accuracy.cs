using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Evaluation;

/// <summary>A share of right rows with the number it was counted on and its 95 % interval.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Accuracy(int Right, int Rows)
{
    /// <summary>Right over all; 0 of no rows.</summary>
    public double Share => Rows == 0 ? 0 : (double)Right / Rows;

    /// <summary>The 95 % interval of the share.</summary>
    public WilsonInterval Interval => WilsonInterval.Of(Right, Rows);

    /// <summary>Counts the rows that are right.</summary>
    public static Accuracy Of(IReadOnlyCollection<JudgedRow> rows) => new(rows.Count(row => row.IsRight), rows.Count);
}
