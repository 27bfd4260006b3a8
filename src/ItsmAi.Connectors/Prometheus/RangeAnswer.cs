using ItsmAi.Desk.Signals;

namespace ItsmAi.Connectors.Prometheus;

/// <summary>What a Prometheus says to a range query.</summary>
public abstract record RangeAnswer
{
    private RangeAnswer()
    {
    }

    /// <summary>The measurements of the one series, in order of time; none where nothing was measured.</summary>
    public sealed record Points(IReadOnlyList<SignalPoint> All) : RangeAnswer;

    /// <summary>It cannot be used as it is: the query is wrong, or names several series.</summary>
    public sealed record Refused(string Says) : RangeAnswer;

    /// <summary>Asking again later may help.</summary>
    public sealed record Unavailable(string Says) : RangeAnswer;
}
