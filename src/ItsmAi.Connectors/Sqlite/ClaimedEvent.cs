using ItsmAi.Desk.Events;

namespace ItsmAi.Connectors.Sqlite;

/// <summary>
/// An event that is ours to handle until the lease ends; number and attempt together prove the lease.
/// </summary>
/// <param name="Number">The event's place in the queue.</param>
/// <param name="Attempt">The first try is 1.</param>
public sealed record ClaimedEvent(long Number, int Attempt, Event What, DateTimeOffset LeasedUntil);
