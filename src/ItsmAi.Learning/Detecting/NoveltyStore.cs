using ItsmAi.Learning.Bytes;

namespace ItsmAi.Learning.Detecting;

/// <summary>
/// Earlier values in order of size, at most 500: when it is full, the one whose neighbours are closest together goes.
/// What is left still covers all that was ever seen, and how far a new value lies from it is its novelty.
/// </summary>
internal sealed class NoveltyStore
{
    private const int Capacity = 500;

    private readonly float[] _values = new float[Capacity + 1];
    private int _count;

    public bool IsEmpty => _count == 0;

    public float Lowest => _values[0];

    public float Highest => _values[_count - 1];

    /// <summary>The mean distance to the nearest values, as many as there are up to <paramref name="neighbours"/>.</summary>
    public double Distance(float value, int neighbours)
    {
        int right = FirstAtLeast(value);
        int left = right - 1;
        double sum = 0;
        int taken = 0;
        for (; taken < neighbours && (left >= 0 || right < _count); taken++)
        {
            bool isRight = left < 0 || (right < _count && _values[right] - (double)value < (double)value - _values[left]);
            sum += isRight ? _values[right++] - (double)value : (double)value - _values[left--];
        }
        return taken == 0 ? 0 : sum / taken;
    }

    /// <summary>The nearest values below and above, the same one where there is none on a side.</summary>
    public (float Below, float Above) Around(float value)
    {
        int right = FirstAtLeast(value);
        return (_values[Math.Max(right - 1, 0)], _values[Math.Min(right, _count - 1)]);
    }

    public void Add(float value)
    {
        int at = FirstAtLeast(value);
        Array.Copy(_values, at, _values, at + 1, _count - at);
        _values[at] = value;
        if (++_count > Capacity)
            Thin();
    }

    public void Write(ByteWriter into) => into.Array<float>(_values.AsSpan(0, _count));

    public void Read(ref ByteReader from)
    {
        float[] values = from.Array<float>();
        from.Expect(values.Length <= Capacity);
        _count = Math.Min(values.Length, Capacity);
        values.AsSpan(0, _count).CopyTo(_values);
    }

    private void Thin()
    {
        int closest = 1;
        float narrowest = float.PositiveInfinity;
        for (int at = 1; at < _count - 1; at++)
        {
            float width = _values[at + 1] - _values[at - 1];
            if (width < narrowest)
                (narrowest, closest) = (width, at);
        }
        _count--;
        Array.Copy(_values, closest + 1, _values, closest, _count - closest);
    }

    private int FirstAtLeast(float value)
    {
        int found = Array.BinarySearch(_values, 0, _count, value);
        return found < 0 ? ~found : found;
    }
}
