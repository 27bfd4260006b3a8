namespace ItsmAi.Connectors.Sqlite.Queueing;

/// <summary>
/// Exponential back-off with full jitter: anything from nothing to the doubled delay, so that retries spread.
/// </summary>
internal sealed class Backoff(QueueOptions options, Random random)
{
    public TimeSpan After(int attempt)
    {
        var doubled = options.FirstDelay * Math.Pow(2, Math.Min(attempt - 1, 30));
        return random.NextDouble() * (doubled < options.LongestDelay ? doubled : options.LongestDelay);
    }
}
