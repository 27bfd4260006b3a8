using ItsmAi.Desk.People;

namespace ItsmAi.Desk.Signals;

/// <summary>A series under watch: what it measures, where its limit is, and whose risk it is.</summary>
public abstract record WatchedSeries
{
    private WatchedSeries()
    {
    }

    /// <summary>Lower case letters, digits and hyphens; changes are named after it.</summary>
    public required string Name { get; init; }

    /// <summary>Who owns the risk.</summary>
    public required Person Owner { get; init; }

    /// <summary>The configuration item that would fail.</summary>
    public required string Item { get; init; }

    /// <summary>What a breach comes to, such as <c>disk-full</c>.</summary>
    public required string Condition { get; init; }

    /// <summary>A value that is measured again and again, against a limit.</summary>
    /// <param name="Query">What a monitor is asked, as PromQL, which has to name one series; null where it is pushed to us.</param>
    /// <param name="Unit">In which the value and the limit are given.</param>
    /// <param name="IsBelow">True where falling below the limit is the breach; false where rising above it is.</param>
    public sealed record Measured(string? Query, string Unit, double Threshold, bool IsBelow) : WatchedSeries
    {
        public TimeSpan Step { get; init; } = TimeSpan.FromMinutes(5);

        /// <summary>How far back it is looked at.</summary>
        public TimeSpan History { get; init; } = TimeSpan.FromDays(14);
    }

    /// <summary>The end of a certificate or a licence: the date is known.</summary>
    public sealed record Dated(DateTimeOffset Ends) : WatchedSeries;
}
