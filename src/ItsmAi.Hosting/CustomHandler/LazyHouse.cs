using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.CustomHandler;

/// <summary>
/// Composes the application when it is first asked for, once. A store that does not answer is tried again by the next
/// call; anything else that goes wrong is fatal, for it would go wrong again.
/// </summary>
internal sealed class LazyHouse(Func<CancellationToken, Task<House>> compose, CancellationToken stop) : IDisposable
{
    private readonly SemaphoreSlim _door = new(1);
    private readonly TaskCompletionSource<Exception> _fatal = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private House? _house;
    private Task? _begun;

    /// <summary>Completes with what made it impossible to compose the application, if anything does.</summary>
    public Task<Exception> Fatal => _fatal.Task;

    public async Task<House> Get()
    {
        if (_house is { } ready) return ready;
        await _door.WaitAsync(stop);
        try
        {
            return _house ??= await compose(stop);
        }
        catch (Exception error) when (error is not (StoreUnavailableException or OperationCanceledException))
        {
            _fatal.TrySetResult(error);
            throw;
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>Starts composing without waiting for it; who needs it asks and sees how it went.</summary>
    public void Begin() => _begun ??= Task.Run(Get, stop);

    public void Dispose() => _door.Dispose();
}
