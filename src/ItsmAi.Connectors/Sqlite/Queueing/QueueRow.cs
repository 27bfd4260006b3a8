namespace ItsmAi.Connectors.Sqlite.Queueing;

/// <summary>A message of the queue as a claim sees it.</summary>
internal sealed record QueueRow(long Number, string Id, string Subject, int Attempts, string Message);
