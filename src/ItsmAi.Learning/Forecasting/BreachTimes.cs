namespace ItsmAi.Learning.Forecasting;

/// <summary>Equally likely times to breach in hours, in order; infinite where none ever comes. One answer for every horizon.</summary>
public sealed record BreachTimes(IReadOnlyList<double> Hours, string Reason)
{
    /// <summary>No draw breaches.</summary>
    public static BreachTimes Never(string reason) => new([double.PositiveInfinity], reason);

    /// <summary>A time without doubt.</summary>
    public static BreachTimes Exactly(double hours, string reason) => new([hours], reason);

    /// <summary>The share of the draws within the horizon, kept off certainty by one draw in fifty.</summary>
    public double Within(double hours)
    {
        if (Hours[0] == Hours[^1] && double.IsFinite(Hours[0]))
            return Hours[0] <= hours ? 1 : 0;
        double share = (double)Hours.Count(time => time <= hours) / Hours.Count;
        return 0.01 + (0.98 * share);
    }

    /// <summary>The time that a share of the draws does not exceed.</summary>
    public double Quantile(double share) => Hours[Math.Min(Hours.Count - 1, (int)(share * Hours.Count))];

    /// <summary>The answer for one horizon.</summary>
    public BreachForecast For(TimeSpan asOf, double horizonHours)
    {
        double probability = Within(horizonHours);
        double median = Quantile(0.5);
        if (probability < 0.5 || !double.IsFinite(median))
            return new BreachForecast.NoBreachExpected(asOf, Math.Min(probability, 0.4999), Reason);
        double high = Quantile(0.9);
        return new BreachForecast.BreachExpected(
            asOf, probability, Reason, new TimeToBreach(median, Quantile(0.1), double.IsFinite(high) ? high : null));
    }
}
