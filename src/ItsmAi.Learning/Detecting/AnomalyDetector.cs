using ItsmAi.Learning.Bytes;
using ItsmAi.Learning.Series;

namespace ItsmAi.Learning.Detecting;

/// <summary>
/// Says of each sample of a series, as it comes, how odd it is: from 0 to 1, by the samples up to it alone. One
/// configuration for every series; the state does not grow.
/// </summary>
/// <remarks>
/// Novelty streams, each calibrated on the exponential tail of its own past, joined by the sum of their logarithms. After
/// a score was given, a further one is given only when it is higher, until ten hours have passed: one event, one alarm.
/// </remarks>
public sealed class AnomalyDetector
{
    /// <summary>The score from which on a sample is called an anomaly where nobody chose another.</summary>
    public const double DefaultThreshold = 0.15;

    private const int WarmUp = 150;
    private static readonly TimeSpan Rest = TimeSpan.FromHours(10);
    private static readonly double[] Quantiles = [.98, .95, .98, .98, .95, .98, .98, .98];

    private readonly Novelties _novelties = new();
    private readonly RowsPerDay _rows = new();
    private readonly ExponentialTail[] _tails = [.. Quantiles.Select(quantile => new ExponentialTail(quantile))];
    private double _origin;
    private int _seen;
    private int _nextFit = WarmUp;
    private TimeSpan _now = TimeSpan.MinValue;
    private TimeSpan _lastTime = TimeSpan.MinValue;
    private double _last;

    private static ReadOnlySpan<byte> Mark => "ItsmAiAD"u8;

    /// <summary>The score of the next sample; 0 where it is missing or too little has been seen.</summary>
    public double Score(Sample sample)
    {
        _rows.Add(sample.Time);
        _now = sample.Time > _now ? sample.Time : _now;
        if (sample.IsMissing)
        {
            _novelties.Skip();
            return 0;
        }
        // Counted from the first value, so that an offset costs no precision and changes nothing.
        _origin = _seen == 0 ? sample.Value : _origin;
        float value = (float)Math.Clamp(sample.Value - _origin, float.MinValue / 4, float.MaxValue / 4);
        Span<double> figures = stackalloc double[Novelties.Streams];
        _novelties.Take(value, _rows.Day, figures);
        Refit();
        double sum = _seen >= WarmUp ? Fused(figures) : 0;
        for (int stream = 0; stream < _tails.Length; stream++)
            _tails[stream].Add(figures[stream]);
        _seen++;
        return Emitted(sum);
    }

    /// <summary>The state, from which <see cref="Read"/> makes a detector that goes on as this one does.</summary>
    public byte[] ToBytes()
    {
        var into = new ByteWriter();
        _novelties.Write(into);
        _rows.Write(into);
        foreach (ExponentialTail tail in _tails)
            tail.Write(into);
        into.Fraction(_origin);
        into.Array<int>([_seen, _nextFit]);
        into.Array<long>([_now.Ticks, _lastTime.Ticks]);
        into.Fraction(_last);
        return Envelope.Wrap(Mark, into.Written);
    }

    /// <summary>The detector of a state, or why the bytes hold none.</summary>
    public static ModelReading<AnomalyDetector> Read(ReadOnlySpan<byte> bytes)
    {
        ModelProblem? problem = Envelope.Unwrap(Mark, bytes, out ReadOnlySpan<byte> content, out _);
        if (problem is not null)
            return new ModelReading<AnomalyDetector>(problem);
        var detector = new AnomalyDetector();
        return detector.Restore(content)
            ? new ModelReading<AnomalyDetector>(detector)
            : new ModelReading<AnomalyDetector>(Envelope.Inconsistent);
    }

    private bool Restore(ReadOnlySpan<byte> content)
    {
        var from = new ByteReader(content);
        _novelties.Read(ref from);
        _rows.Read(ref from);
        foreach (ExponentialTail tail in _tails)
            tail.Read(ref from);
        _origin = from.Fraction();
        int[] counts = from.Array<int>();
        long[] times = from.Array<long>();
        _last = from.Fraction();
        from.Expect(counts.Length == 2 && times.Length == 2);
        if (!from.IsAtEnd)
            return false;
        (_seen, _nextFit) = (counts[0], counts[1]);
        (_now, _lastTime) = (new TimeSpan(times[0]), new TimeSpan(times[1]));
        return true;
    }

    private void Refit()
    {
        if (_seen < _nextFit)
            return;
        foreach (ExponentialTail tail in _tails)
            tail.Fit();
        _novelties.Fit();
        _nextFit = _seen + Math.Max(20, _seen / 50);
    }

    // The logarithm lets several mild signs count for more than a single wild one.
    private double Fused(ReadOnlySpan<double> figures)
    {
        double sum = Math.Log(1 + figures[^1]);
        for (int stream = 0; stream < _tails.Length; stream++)
            sum += Math.Log(1 + _tails[stream].Excess(figures[stream]));
        return sum / Math.Sqrt(Novelties.Streams);
    }

    // Each score that was given exceeded those of the ten hours before it, so the last one is the highest of them.
    private double Emitted(double sum)
    {
        bool isResting = _lastTime != TimeSpan.MinValue && _now - _lastTime < Rest;
        if (sum <= 0 || (isResting && sum <= _last))
            return 0;
        (_last, _lastTime) = (sum, _now);
        return 1 - Math.Exp(-sum / 10);
    }
}
