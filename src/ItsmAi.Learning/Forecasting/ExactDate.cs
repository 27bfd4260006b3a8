namespace ItsmAi.Learning.Forecasting;

/// <summary>The end of something whose date is known, such as a certificate's or a licence's: nothing is to be estimated.</summary>
public static class ExactDate
{
    public static BreachForecast Forecast(TimeSpan asOf, TimeSpan endsAt, TimeSpan horizon)
    {
        if (endsAt <= asOf)
            return new BreachForecast.AlreadyBreached(asOf, "the date has passed");
        double hours = (endsAt - asOf).TotalHours;
        return BreachTimes.Exactly(hours, $"the date is known: in {hours:0.#} hours").For(asOf, horizon.TotalHours);
    }
}
