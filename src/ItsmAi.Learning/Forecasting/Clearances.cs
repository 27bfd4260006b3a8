namespace ItsmAi.Learning.Forecasting;

/// <summary>The tips from which the value fell back for longer than a day's season explains: clean-ups, restarts.</summary>
internal sealed class Clearances
{
    private readonly List<(double At, double Height)> _tips = [];
    private double _began = double.NaN;
    private double _peak = double.NegativeInfinity;
    private double _peakAt;
    private double _trough = double.PositiveInfinity;

    /// <summary>The hour from which the present rise counts.</summary>
    public long Since { get; private set; } = long.MinValue;

    public double RiseFrom => _trough;

    /// <summary>Tips of long cycles only; short ones are within the day's range anyway.</summary>
    public IReadOnlyList<(double At, double Height)> Tips => _tips;

    /// <summary>Looks at the hours once a new one has begun.</summary>
    public void Look(IReadOnlyList<ValueRange> hours, double noise)
    {
        if (hours.Count < 7) return;
        var done = hours[^2];
        if (double.IsNaN(_began)) _began = done.Hour;
        double recent = double.NegativeInfinity;
        for (int at = hours.Count - 7; at < hours.Count - 1; at++) recent = Math.Max(recent, hours[at].Upper);
        if (done.Upper > _peak) (_peak, _peakAt) = (done.Upper, done.UpperAt);
        _trough = Math.Min(_trough, done.Lower);
        if (recent >= _peak - Math.Max(0.4 * (_peak - _trough), 6 * noise)) return;
        if (_peakAt - _began >= 30) _tips.Add((_peakAt, _peak));
        if (_tips.Count > 7) _tips.RemoveAt(0);
        Since = (long)_peakAt + 1;
        _began = _peakAt;
        _peak = double.NegativeInfinity;
        _trough = double.PositiveInfinity;
        for (int at = hours.Count - 7; at < hours.Count - 1; at++)
        {
            if (hours[at].Hour <= (long)_peakAt) continue;
            _trough = Math.Min(_trough, hours[at].Lower);
            if (hours[at].Upper > _peak) (_peak, _peakAt) = (hours[at].Upper, hours[at].UpperAt);
        }
    }
}
