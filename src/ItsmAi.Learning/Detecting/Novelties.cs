using ItsmAi.Learning.Bytes;

namespace ItsmAi.Learning.Detecting;

/// <summary>
/// In how many ways a value is new: nine figures, each the distance of something to the nearest of its like before. No
/// forecast is made, so what returns is not odd again.
/// </summary>
internal sealed class Novelties
{
    public const int Streams = 9;

    private const int ShortRows = 5;
    private const int LongRows = 10;

    private readonly NoveltyStore _values = new();
    private readonly NoveltyStore _residuals = new();
    private readonly NoveltyStore _means = new();
    private readonly NoveltyStore _deviations = new();
    private readonly DayHistory _history = new();
    private readonly ValueSpread _spread = new();
    private readonly float[] _recent = new float[LongRows];
    private int _seen;

    /// <summary>The figures of a value against all earlier ones, which it then joins.</summary>
    public void Take(float value, int day, Span<double> figures)
    {
        figures.Clear();
        // Until a day has passed nothing can be said of its course, which is not the same as nothing new.
        figures[3] = figures[4] = figures[5] = double.NaN;
        if (!_values.IsEmpty)
        {
            figures[0] = figures[1] = _values.Distance(value, 1);
            figures[2] = Squeezed(value);
            figures[8] = BeyondRange(value);
        }
        // Fewer than four rows a day have no course of a day.
        if (day >= 4 && _history.Residual(value, day) is { } residual)
        {
            figures[3] = figures[4] = _residuals.Distance(residual, 1);
            figures[5] = _history.NearestThree(value, day);
            _residuals.Add(residual);
        }
        _recent[_seen % LongRows] = value;
        _seen++;
        _values.Add(value);
        _history.Add(value);
        _spread.Add(value);
        figures[6] = Mean(_means, figures[6]);
        figures[7] = Deviation(_deviations, figures[7]);
    }

    /// <summary>A row without a value keeps the rows of a day in step.</summary>
    public void Skip() => _history.Add(float.NaN);

    public void Fit() => _spread.Fit();

    public void Write(ByteWriter into)
    {
        foreach (NoveltyStore store in (NoveltyStore[])[_values, _residuals, _means, _deviations])
            store.Write(into);
        _history.Write(into);
        _spread.Write(into);
        into.Array<float>(_recent);
        into.Number(_seen);
    }

    public void Read(ref ByteReader from)
    {
        foreach (NoveltyStore store in (NoveltyStore[])[_values, _residuals, _means, _deviations])
            store.Read(ref from);
        _history.Read(ref from);
        _spread.Read(ref from);
        float[] recent = from.Array<float>();
        _seen = from.Number();
        from.Expect(recent.Length == LongRows && _seen >= 0);
        if (!from.Failed)
            recent.CopyTo(_recent, 0);
    }

    // The nearest of the squeezed values is one of the two neighbours, since squeezing keeps their order.
    private double Squeezed(float value)
    {
        if (_spread.InterquartileRange <= 0)
            return 0;
        (float below, float above) = _values.Around(value);
        double squeezed = Squeeze(value);
        return Math.Min(Math.Abs(squeezed - Squeeze(below)), Math.Abs(squeezed - Squeeze(above)));
    }

    private double Squeeze(double value) => Math.Asinh((value - _spread.Median) / _spread.InterquartileRange);

    private double BeyondRange(float value)
    {
        double beyond = Math.Max((double)value - _values.Highest, (double)_values.Lowest - value);
        double range = (double)_values.Highest - _values.Lowest;
        return beyond <= 0 ? 0 : Math.Min(range > 0 ? 100 * beyond / range : 1e4, 1e4);
    }

    private double Mean(NoveltyStore store, double none)
    {
        if (_seen < ShortRows)
            return none;
        double sum = 0;
        for (int back = 1; back <= ShortRows; back++)
            sum += _recent[(_seen - back) % LongRows];
        return Five(store, (float)(sum / ShortRows));
    }

    private double Deviation(NoveltyStore store, double none)
    {
        if (_seen < LongRows)
            return none;
        double mean = 0;
        foreach (float value in _recent)
            mean += value / (double)LongRows;
        double squares = 0;
        foreach (float value in _recent)
            squares += (value - mean) * (value - mean);
        return Five(store, (float)Math.Sqrt(squares / LongRows));
    }

    private static double Five(NoveltyStore store, float value)
    {
        double distance = store.Distance(value, 5);
        store.Add(value);
        return distance;
    }
}
