namespace ItsmAi.Connectors.Sqlite;

/// <summary>How long a worker may take over an event, how often it is tried, and how long a failed one waits.</summary>
public sealed record QueueOptions
{
    /// <summary>After this the event may be handed to another worker; handling takes less, or renews.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>After so many tries in vain the event becomes a dead letter.</summary>
    public int MostAttempts { get; init; } = 5;

    /// <summary>The longest wait after the first failure; it doubles with each further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>No wait is longer. Seconds, not hours: a waiting event holds back its whole ticket.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How often an idle worker looks without being woken, for what another process queued or a delay let go.
    /// </summary>
    public TimeSpan PollPeriod { get; init; } = TimeSpan.FromSeconds(1);

    /// <exception cref="ArgumentException">Naming the option that is out of its range.</exception>
    public void Check()
    {
        Check(nameof(Lease), Lease, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Check(nameof(FirstDelay), FirstDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1));
        Check(nameof(LongestDelay), LongestDelay, FirstDelay, TimeSpan.FromMinutes(10));
        Check(nameof(PollPeriod), PollPeriod, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1));
        Check(nameof(MostAttempts), MostAttempts, 1, 100);
    }

    private static void Check<T>(string option, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            throw new ArgumentException($"{option}: {value} is not acceptable; use {least} to {most}", nameof(value));
    }
}
