namespace ItsmAi.Hosting.Calls;

/// <summary>
/// Handles one message of a queue; it is delivered at least once, so handling it again must change nothing.
/// </summary>
public delegate Task<Handling> QueueReaction(string message, CancellationToken stop);
