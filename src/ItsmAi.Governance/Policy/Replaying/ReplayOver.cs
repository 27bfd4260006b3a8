using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Policy.Replaying;

/// <summary>A replay over the stored receipts, line by line: only what comes out otherwise is kept in memory.</summary>
public static class ReplayOver
{
    /// <param name="since">Older decisions are passed over.</param>
    public static async Task<ReplayReport> Store(
        IRecordStore store, PolicyDocument? old, PolicyDocument next, DateTimeOffset since, CancellationToken stop)
    {
        var replay = new PolicyReplay(old, next);
        for (var shard = 0; shard < ReceiptAddress.Shards; shard++)
        {
            await foreach (var receipt in ReceiptsSince.In(store, shard, since, stop)) replay.Add(receipt);
        }

        return replay.Report();
    }
}
