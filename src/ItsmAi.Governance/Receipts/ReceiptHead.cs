using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Receipts;

/// <summary>
/// Finds the last sequence of a shard. Tables cannot be read from their end, so it doubles and then halves: some
/// 2·log₂(n) point reads.
/// </summary>
internal static class ReceiptHead
{
    /// <summary>The last sequence that is there, or 0. Lines follow each other without a gap.</summary>
    /// <param name="known">A sequence that is known to be there, or 0.</param>
    public static async Task<long> LastSequence(IRecordStore store, int shard, long known, CancellationToken stop)
    {
        long there = known, step = 1;
        while (await IsThere(store, shard, there + step, stop))
        {
            there += step;
            step *= 2;
        }

        for (var missing = there + step; missing - there > 1;)
        {
            var middle = there + ((missing - there) / 2);
            if (await IsThere(store, shard, middle, stop)) there = middle;
            else missing = middle;
        }

        return there;
    }

    private static async Task<bool> IsThere(IRecordStore store, int shard, long sequence, CancellationToken stop) =>
        await store.Find(ReceiptAddress.Line(shard, sequence), stop) is not null;
}
