namespace ItsmAi.Learning.Text;

/// <summary>Many sparse vectors end to end in two arrays, as training walks them.</summary>
internal sealed class SparseRows
{
    private readonly List<int> _starts = [0];
    private int[] _features = new int[1 << 16];
    private float[] _values = new float[1 << 16];

    public int Count => _starts.Count - 1;

    public ReadOnlySpan<int> Features(int row) => _features.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    public ReadOnlySpan<float> Values(int row) => _values.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    public void Add(ReadOnlySpan<int> features, ReadOnlySpan<float> values)
    {
        int start = _starts[^1];
        int end = start + features.Length;
        if (end > _features.Length)
        {
            Array.Resize(ref _features, Math.Max(end, 2 * _features.Length));
            Array.Resize(ref _values, _features.Length);
        }
        features.CopyTo(_features.AsSpan(start));
        values.CopyTo(_values.AsSpan(start));
        _starts.Add(end);
    }
}
