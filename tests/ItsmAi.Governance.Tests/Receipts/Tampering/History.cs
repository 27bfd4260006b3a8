using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Governance.Records;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Receipts.Tampering;

/// <summary>What several honest writers wrote, with repeats, crashes and anchors at any moment.</summary>
internal sealed class History
{
    private readonly Dictionary<int, long> _last = [];

    public MemoryStore Store { get; private init; } = new();

    public MemoryAnchors Anchors { get; private init; } = new();

    /// <summary>The shards that hold a line.</summary>
    public IReadOnlyList<int> Shards => [.. _last.Keys];

    public long LastOf(int shard) => _last[shard];

    /// <summary>The sequences of the shard that an anchor saw as its newest, ascending, each once.</summary>
    public IReadOnlyList<long> AnchoredOf(int shard) =>
    [
        .. Anchors.Kept.Values.Select(content => Anchor.Read(content)!.Heads[shard].Last)
            .Where(last => last > 0).Distinct().Order(),
    ];

    public static async Task<History> Play(Random random, CancellationToken stop)
    {
        var history = new History();
        var clock = new FakeClock();
        var anchoring = new AnchorReceipts(history.Store, history.Anchors, clock);
        var writers = Enumerable.Range(0, random.Next(1, 4)).Select(_ => new ReceiptChain(history.Store)).ToList();
        var written = new List<Receipt>();
        for (var left = random.Next(4, 24); left > 0; left--)
        {
            clock.Pass(TimeSpan.FromMinutes(1));
            var writer = random.Next(writers.Count);
            var receipt = written.Count > 0 && random.Next(10) == 0
                ? written[random.Next(written.Count)]
                : Some.Receipt($"r{left}", $"rt-main:{random.Next(4)}") with { Because = $"reason {random.Next()}" };
            if (random.Next(12) == 0) await Crash(history.Store, writers[writer], receipt, stop);
            if (random.Next(20) == 0) writers[writer] = new ReceiptChain(history.Store);
            await writers[writer].Append(receipt, stop);
            written.Add(receipt);
            if (random.Next(5) == 0) Assert.Empty(await anchoring.Handle(stop));
        }

        writers.ForEach(writer => writer.Dispose());
        await history.Count(stop);
        return history;
    }

    public async Task<History> Copy(CancellationToken stop)
    {
        var copy = new History { Store = Store.Copy(), Anchors = Anchors.Copy() };
        await copy.Count(stop);
        return copy;
    }

    /// <summary>Anchors what there is now.</summary>
    public Task Seal(CancellationToken stop) => new AnchorReceipts(Store, Anchors, new FakeClock()).Handle(stop);

    private static async Task Crash(MemoryStore store, ReceiptChain writer, Receipt receipt, CancellationToken stop)
    {
        store.At = at =>
        {
            if (at == "after insert") throw new StoreUnavailableException("the connection broke");
        };
        try
        {
            await writer.Append(receipt, stop);
        }
        catch (StoreUnavailableException)
        {
            // It was written, and the writer does not know.
        }

        store.At = _ => { };
    }

    private async Task Count(CancellationToken stop)
    {
        for (var shard = 0; shard < ReceiptAddress.Shards; shard++)
        {
            var last = await ReceiptHead.LastSequence(Store, shard, known: 0, stop);
            if (last > 0) _last[shard] = last;
        }
    }
}
