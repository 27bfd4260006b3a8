namespace ItsmAi.Learning.Forecasting;

/// <summary>What is expected of a series and its limit within a horizon, as seen at a time.</summary>
public abstract record BreachForecast(TimeSpan AsOf, double Probability, string Reason)
{
    /// <summary>At least as likely as not, the limit is breached within the horizon.</summary>
    public sealed record BreachExpected(TimeSpan AsOf, double Probability, string Reason, TimeToBreach Time)
        : BreachForecast(AsOf, Probability, Reason);

    /// <summary>The limit is likelier to hold than not.</summary>
    public sealed record NoBreachExpected(TimeSpan AsOf, double Probability, string Reason)
        : BreachForecast(AsOf, Probability, Reason);

    /// <summary>The last three samples are at or beyond the limit.</summary>
    public sealed record AlreadyBreached(TimeSpan AsOf, string Reason) : BreachForecast(AsOf, 1, Reason);

    /// <summary>Too little was seen to say anything but that.</summary>
    public sealed record NotEnoughData(TimeSpan AsOf, string Reason) : BreachForecast(AsOf, 0, Reason);
}
