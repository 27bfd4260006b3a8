namespace ItsmAi.Connectors.RequestTracker.Transactions;

/// <summary>By our clock, when every transaction up to this id had been looked for.</summary>
internal sealed record Sighting(long UpTo, DateTimeOffset At);
