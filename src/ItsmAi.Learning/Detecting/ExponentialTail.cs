using ItsmAi.Learning.Bytes;

namespace ItsmAi.Learning.Detecting;

/// <summary>
/// How far a stream's figure reaches into the tail of all its earlier ones: the excess over their quantile in units of
/// their mean excess, as in SPOT with shape 0. What it remembers is a histogram with sixteen buckets an octave around
/// the first figure above zero, so the unit does not matter and the whole past counts.
/// </summary>
internal sealed class ExponentialTail(double quantile)
{
    private const int PerOctave = 16;
    private const int Octaves = 28;
    private const double Farthest = 1e4;

    // A tail of fewer figures says too little.
    private const int Fewest = 150;

    private readonly int[] _counts = new int[PerOctave * Octaves];
    private int _seen;
    private double _unit;
    private double _mean;
    private double _squares;
    private double _threshold;
    private double _meanExcess;

    /// <summary>Remembers a figure; one that is not there, NaN, is passed over.</summary>
    public void Add(double figure)
    {
        if (double.IsNaN(figure))
            return;
        _seen++;
        double change = figure - _mean;
        _mean += change / _seen;
        _squares += change * (figure - _mean);
        if (figure <= 0)
            return;
        _unit = _unit > 0 ? _unit : figure;
        int bucket = (int)Math.Floor(PerOctave * Math.Log2(figure / _unit)) + (PerOctave * Octaves / 2);
        _counts[Math.Clamp(bucket, 0, _counts.Length - 1)]++;
    }

    public void Fit()
    {
        double above = (1 - quantile) * _seen;
        double counted = 0;
        double sum = 0;
        _threshold = 0;
        for (int bucket = _counts.Length - 1; bucket >= 0; bucket--)
        {
            int count = _counts[bucket];
            if (counted + count >= above && count > 0)
            {
                // Part of the bucket lies above the quantile: its figures are taken to be spread evenly.
                double share = (above - counted) / count;
                double high = Edge(bucket + 1);
                _threshold = high - (share * (high - Edge(bucket)));
                sum += share * count * (high + _threshold) / 2;
                counted = above;
                break;
            }
            counted += count;
            sum += count * (Edge(bucket) + Edge(bucket + 1)) / 2;
        }
        double deviation = Math.Sqrt(_squares / Math.Max(1, _seen));
        double mean = counted > 0 ? (sum / Math.Max(counted, above)) - (_threshold * counted / Math.Max(counted, above)) : 0;
        _meanExcess = Math.Max(mean, 0.05 * deviation);
    }

    public double Excess(double figure)
    {
        if (_seen < Fewest || !(figure > _threshold))
            return 0;
        return _meanExcess > 0 ? Math.Min((figure - _threshold) / _meanExcess, Farthest) : Farthest;
    }

    public void Write(ByteWriter into)
    {
        into.Array<int>(_counts);
        into.Number(_seen);
        into.Array<double>([_unit, _mean, _squares, _threshold, _meanExcess]);
    }

    public void Read(ref ByteReader from)
    {
        int[] counts = from.Array<int>();
        _seen = from.Number();
        double[] numbers = from.Array<double>();
        from.Expect(counts.Length == _counts.Length && numbers.Length == 5);
        if (from.Failed)
            return;
        counts.CopyTo(_counts, 0);
        (_unit, _mean, _squares, _threshold, _meanExcess) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    private double Edge(int bucket) => _unit * Math.Pow(2, (bucket - (PerOctave * Octaves / 2.0)) / PerOctave);
}
