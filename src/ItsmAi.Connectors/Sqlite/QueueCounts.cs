namespace ItsmAi.Connectors.Sqlite;

/// <summary>The queue at one moment, for operators.</summary>
/// <param name="Waiting">Accepted and in nobody's hands; those waiting for their next try are among them.</param>
/// <param name="Leased">In a worker's hands.</param>
/// <param name="OldestAge">How long the oldest of both has been here; zero when there is none.</param>
public sealed record QueueCounts(int Waiting, int Leased, TimeSpan OldestAge, int DeadLetters);
