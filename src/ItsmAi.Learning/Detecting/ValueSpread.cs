using ItsmAi.Learning.Bytes;

namespace ItsmAi.Learning.Detecting;

/// <summary>The median and the interquartile range of all values so far, estimated from an even sample of 256 of them.</summary>
internal sealed class ValueSpread
{
    private const int Capacity = 256;

    private readonly float[] _sample = new float[Capacity];
    private int _seen;

    public double Median { get; private set; }

    public double InterquartileRange { get; private set; }

    /// <summary>Vitter's algorithm R; the draw depends on the row's number alone, so a restart draws the same.</summary>
    public void Add(float value)
    {
        int place = _seen < Capacity ? _seen : (int)(Mixed((ulong)_seen) % ((ulong)_seen + 1));
        if (place < Capacity)
            _sample[place] = value;
        _seen++;
    }

    public void Fit()
    {
        Span<float> sorted = stackalloc float[Capacity];
        sorted = sorted[..Math.Min(_seen, Capacity)];
        _sample.AsSpan(0, sorted.Length).CopyTo(sorted);
        sorted.Sort();
        Median = sorted[sorted.Length / 2];
        InterquartileRange = sorted[sorted.Length * 3 / 4] - (double)sorted[sorted.Length / 4];
    }

    public void Write(ByteWriter into)
    {
        into.Array<float>(_sample);
        into.Number(_seen);
        into.Fraction(Median);
        into.Fraction(InterquartileRange);
    }

    public void Read(ref ByteReader from)
    {
        float[] sample = from.Array<float>();
        _seen = from.Number();
        Median = from.Fraction();
        InterquartileRange = from.Fraction();
        from.Expect(sample.Length == Capacity && _seen >= 0);
        if (!from.Failed)
            sample.CopyTo(_sample, 0);
    }

    // SplitMix64's finaliser.
    private static ulong Mixed(ulong seed)
    {
        ulong mixed = (seed + 1) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
