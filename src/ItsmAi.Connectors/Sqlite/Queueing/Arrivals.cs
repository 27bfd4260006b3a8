namespace ItsmAi.Connectors.Sqlite.Queueing;

/// <summary>Wakes idle workers of this process when there may be something to claim.</summary>
internal sealed class Arrivals
{
    private TaskCompletionSource _something = Fresh();

    /// <summary>Completes with the first arrival since the last <see cref="Look"/>.</summary>
    public Task Something => Volatile.Read(ref _something).Task;

    public void Arrived() => Volatile.Read(ref _something).TrySetResult();

    /// <summary>Called before the queue is looked at, so that whatever comes later counts as new.</summary>
    public void Look()
    {
        var before = Volatile.Read(ref _something);
        if (before.Task.IsCompleted)
            Interlocked.CompareExchange(ref _something, Fresh(), before);
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
