using ItsmAi.Learning.Series;

namespace ItsmAi.Learning.Forecasting;

/// <summary>Prometheus' <c>predict_linear</c> as a peer: the least-squares line through the samples of a window.</summary>
public sealed class PredictLinear(BreachLimit limit, TimeSpan window)
{
    private readonly Queue<Sample> _samples = new();
    private double _sumX, _sumY, _sumXx, _sumXy;
    private double _origin = double.NaN;

    public void Add(Sample sample)
    {
        if (sample.IsMissing) return;
        if (double.IsNaN(_origin)) _origin = sample.Time.TotalHours;
        _samples.Enqueue(sample);
        Count(sample, 1);
        while (sample.Time - _samples.Peek().Time > window) Count(_samples.Dequeue(), -1);
    }

    /// <summary>Hours from now until the line is at the limit; infinite where it does not go there.</summary>
    public double HoursToBreach(TimeSpan now)
    {
        int n = _samples.Count;
        double spread = (n * _sumXx) - (_sumX * _sumX);
        if (n < 2 || spread <= 1e-9) return double.PositiveInfinity;
        double slope = ((n * _sumXy) - (_sumX * _sumY)) / spread;
        double level = ((_sumY - (slope * _sumX)) / n) + (slope * (now.TotalHours - _origin));
        if (level >= 0) return 0;
        return slope <= 0 ? double.PositiveInfinity : -level / slope;
    }

    private void Count(Sample sample, int sign)
    {
        double x = sample.Time.TotalHours - _origin;
        double y = limit.Beyond(sample.Value);
        _sumX += sign * x;
        _sumY += sign * y;
        _sumXx += sign * x * x;
        _sumXy += sign * x * y;
    }
}
