using System.Collections.Concurrent;
using ItsmAi.Desk.Events;
using ItsmAi.Governance.Records;

namespace ItsmAi.Hosting.Tests.Fakes;

/// <summary>Dead letters in memory, whose store can be made to fail.</summary>
internal sealed class KeptLetters : IDeadLetters
{
    public ConcurrentQueue<DeadLetter> Letters { get; } = new();

    public bool IsDown { get; set; }

    public Task Keep(DeadLetter letter, CancellationToken stop)
    {
        if (IsDown) throw new StoreUnavailableException("the store is down");
        if (Letters.All(one => one.Id != letter.Id)) Letters.Enqueue(letter);
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<DeadLetter> List(CancellationToken stop) => Letters.ToAsyncEnumerable();

    public Task<DeadLetter?> Find(string id, CancellationToken stop) =>
        Task.FromResult(Letters.FirstOrDefault(one => one.Id == id));

    public Task<bool> Redrive(string id, CancellationToken stop) => Task.FromResult(false);

    public Task<bool> Discard(string id, CancellationToken stop) => Task.FromResult(false);
}
