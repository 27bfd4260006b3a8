namespace ItsmAi.Desk.Events;

/// <summary>
/// Takes responsibility for events: when <see cref="Accept"/> returns, each is stored once and will be handled at least
/// once, in order per subject, whatever happens to this process. The events of one call are accepted together or not at
/// all.
/// </summary>
public interface IEventIntake
{
    /// <param name="raw">The bytes that carried the events, kept for evidence; empty when a sweep found them.</param>
    Task<Acceptance> Accept(IReadOnlyList<Event> events, ReadOnlyMemory<byte> raw, CancellationToken stop);
}
