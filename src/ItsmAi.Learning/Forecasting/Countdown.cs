namespace ItsmAi.Learning.Forecasting;

/// <summary>
/// A value without noise that takes the same step after the same time, such as the whole days that a certificate has left.
/// </summary>
internal sealed class Countdown
{
    private readonly List<(double At, double Step)> _steps = [];
    private double _last = double.NaN;
    private double _first = double.NaN;

    public void Add(double hours, double value)
    {
        if (double.IsNaN(_first)) _first = hours;
        if (!double.IsNaN(_last) && value != _last)
        {
            _steps.Add((hours, value - _last));
            if (_steps.Count > 4) _steps.RemoveAt(0);
        }

        _last = value;
    }

    /// <summary>Hours until the limit, where the last steps are alike and the next is not overdue.</summary>
    public double? HoursLeft(double now)
    {
        if (_steps.Count < 2 || _last >= 0) return null;
        double step = _steps[^1].Step;
        double every = _steps[^1].At - _steps[^2].At;
        bool isAlike = step > 0 && every >= 6 && now - _steps[^1].At <= 1.05 * every
            && _steps.TrueForAll(one => Math.Abs(one.Step - step) <= 1e-6 * step)
            && _steps.Zip(_steps.Skip(1), (a, b) => b.At - a.At).All(gap => Math.Abs(gap - every) <= 0.05 * every);
        if (!isAlike) return null;
        double steps = Math.Ceiling((-_last / step) - 1e-9);
        return Math.Max(0, _steps[^1].At + (steps * every) - now);
    }
}
