using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Governance.Receipts.Verifying;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Receipts;

/// <summary>
/// Walks every shard and names each receipt that was edited, removed, inserted or reordered. What was rewritten so that
/// it agrees with itself, or cut off at the end, the anchors betray.
/// </summary>
public static class VerifyReceipts
{
    /// <summary>Without anchors: a chain that was rewritten as a whole is not seen to be.</summary>
    public static Task<VerificationReport> Walk(IRecordStore store, CancellationToken stop) =>
        Walk(store, anchors: null, progress: null, stop);

    /// <param name="progress">Told the share that is done; null where nobody waits.</param>
    public static async Task<VerificationReport> Walk(
        IRecordStore store, IAnchorStore? anchors, IProgress<double>? progress, CancellationToken stop)
    {
        // The anchors first: what they saw was there before them, and so before us.
        var anchored = await AnchorWalk.Over(anchors, stop);
        var walks = anchored.Heads.Select((heads, shard) => new ShardWalk(store, shard, heads)).ToList();
        var passed = await Passed(store, progress, stop);
        await Parallel.ForEachAsync(walks, stop, async (walk, token) => await walk.Run(passed, token));
        var faults = anchored.Faults.Concat(walks.SelectMany(walk => walk.Faults)).ToList();
        faults.AddRange(await Strangers(store, stop));
        return new VerificationReport(walks.Sum(walk => walk.Verified), faults, anchored.Count);
    }

    private static async Task<Action<int>> Passed(IRecordStore store, IProgress<double>? progress, CancellationToken stop)
    {
        if (progress is null) return _ => { };
        long all = 1, done = 0;
        for (var shard = 0; shard < ReceiptAddress.Shards; shard++) all += await ReceiptHead.LastSequence(store, shard, known: 0, stop);
        return lines => progress.Report((double)Interlocked.Add(ref done, lines) / all);
    }

    /// <summary>Rows that are neither a line nor a pointer, or that lie in no shard.</summary>
    private static async Task<List<ReceiptFault>> Strangers(IRecordStore store, CancellationToken stop)
    {
        var shards = Enumerable.Range(0, ReceiptAddress.Shards).ToDictionary(ReceiptAddress.Partition, StringComparer.Ordinal);
        var faults = new List<ReceiptFault>();
        await foreach (var partition in store.Partitions(ReceiptAddress.Collection, stop))
        {
            var isShard = shards.TryGetValue(partition, out var shard);
            (string? From, string? To)[] ranges = isShard ? [(null, "i-"), ("i.", "s-"), ("s.", null)] : [(null, null)];
            foreach (var (from, to) in ranges)
            {
                await foreach (var row in store.Read(ReceiptAddress.Collection, partition, from, to, stop))
                {
                    faults.Add(new ReceiptFault(isShard ? shard : null, 0, $"the row {row.Key} has no place among receipts"));
                }
            }
        }

        return faults;
    }
}
