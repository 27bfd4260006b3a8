namespace ItsmAi.Hosting.Calls;

/// <summary>Does what is due.</summary>
/// <param name="due">When it was due, which may lie in the past after a standstill.</param>
public delegate Task<Handling> TimerReaction(DateTimeOffset due, CancellationToken stop);
