namespace ItsmAi.Desk.Events;

/// <summary>The messages that wait for a person, oldest first.</summary>
public interface IDeadLetters
{
    /// <summary>Keeps the letter; keeping the same id again changes nothing.</summary>
    Task Keep(DeadLetter letter, CancellationToken stop);

    IAsyncEnumerable<DeadLetter> List(CancellationToken stop);

    Task<DeadLetter?> Find(string id, CancellationToken stop);

    /// <summary>Queues the message again and removes the letter; false when there is no such letter.</summary>
    Task<bool> Redrive(string id, CancellationToken stop);

    /// <summary>Removes the letter for good; false when there is no such letter.</summary>
    Task<bool> Discard(string id, CancellationToken stop);
}
