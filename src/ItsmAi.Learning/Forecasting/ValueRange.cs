using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Forecasting;

/// <summary>The highest and the lowest that three samples in a row kept to, within an hour or a day, and when in hours.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ValueRange(long Hour, double Upper, double UpperAt, double Lower, double LowerAt)
{
    public double Middle => (Upper + Lower) / 2;

    public ValueRange And(ValueRange other) => new(
        Hour,
        Math.Max(Upper, other.Upper), other.Upper > Upper ? other.UpperAt : UpperAt,
        Math.Min(Lower, other.Lower), other.Lower < Lower ? other.LowerAt : LowerAt);
}
