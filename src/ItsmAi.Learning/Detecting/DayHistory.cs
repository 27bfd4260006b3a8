using ItsmAi.Learning.Bytes;

namespace ItsmAi.Learning.Detecting;

/// <summary>The last values row by row, 28 days of them at five minutes, to compare a row with its time of day.</summary>
internal sealed class DayHistory
{
    private const int Capacity = 8_064;
    private const int MostDays = 28;

    private readonly float[] _values = new float[Capacity];
    private int _next;
    private int _count;

    public void Add(float value)
    {
        _values[_next] = value;
        _next = (_next + 1) % Capacity;
        _count = Math.Min(_count + 1, Capacity);
    }

    /// <summary>
    /// What is left of a value when, of each past day, the closest value around the same time is taken away: the median
    /// over the days. Nothing where no day has passed.
    /// </summary>
    public float? Residual(float value, int day)
    {
        Span<float> residuals = stackalloc float[MostDays];
        int days = 0;
        for (int back = day; days < MostDays && back <= _count; back += day)
        {
            float closest = Closest(value, back, Math.Max(1, day / 96));
            if (!float.IsNaN(closest))
                residuals[days++] = closest;
        }
        if (days == 0)
            return null;
        residuals = residuals[..days];
        residuals.Sort();
        return days % 2 == 1 ? residuals[days / 2] : (residuals[days / 2] + residuals[(days / 2) - 1]) / 2;
    }

    /// <summary>The mean of the three smallest distances to values around the same time of past days.</summary>
    public double NearestThree(float value, int day)
    {
        double first = double.PositiveInfinity;
        double second = first;
        double third = first;
        int around = Math.Max(1, day / 48);
        int days = 0;
        for (int back = day; days < MostDays && back <= _count; back += day, days++)
        {
            for (int at = Math.Min(back + around, _count); at >= back - around && at >= 1; at--)
            {
                double distance = Math.Abs(value - Back(at));
                if (distance < first)
                    (first, second, third) = (distance, first, second);
                else if (distance < second)
                    (second, third) = (distance, second);
                else if (distance < third)
                    third = distance;
            }
        }
        return double.IsFinite(third) ? (first + second + third) / 3 : 0;
    }

    public void Write(ByteWriter into)
    {
        into.Number(_next);
        into.Array<float>(_values.AsSpan(0, _count));
    }

    public void Read(ref ByteReader from)
    {
        _next = from.Number();
        float[] values = from.Array<float>();
        from.Expect(values.Length <= Capacity && _next >= 0 && _next < Capacity
            && (values.Length == Capacity || _next == values.Length));
        if (from.Failed)
            return;
        _count = values.Length;
        values.CopyTo(_values, 0);
    }

    private float Closest(float value, int back, int around)
    {
        float closest = float.NaN;
        for (int at = Math.Min(back + around, _count); at >= back - around && at >= 1; at--)
        {
            float residual = value - Back(at);
            if (float.IsNaN(closest) || Math.Abs(residual) < Math.Abs(closest))
                closest = residual;
        }
        return closest;
    }

    // A missing sample stands as NaN, which no comparison takes for near.
    private float Back(int rows) => _values[_next >= rows ? _next - rows : _next - rows + Capacity];
}
