using ItsmAi.Desk.Alerts;

namespace ItsmAi.Incidents.Correlating;

/// <summary>Puts one alert where it belongs. Pure: the same state, alert, arrival and rules give the same step.</summary>
public static class CorrelateAlert
{
    /// <param name="arrivedAt">When it reached us, by our clock.</param>
    public static CorrelationStep Step(CorrelationState state, Alert alert, DateTimeOffset arrivedAt, CorrelationRules rules) =>
        throw new InvalidOperationException("not written yet");
}
