namespace ItsmAi.Learning.Forecasting;

/// <summary>A limit of a series, and whether it is breached from below (by going above) or from above.</summary>
public sealed record BreachLimit(double Threshold, bool IsBelow = false)
{
    /// <summary>How far the value is beyond the limit: negative while there is room.</summary>
    public double Beyond(double value) => IsBelow ? Threshold - value : value - Threshold;
}
