using System.Runtime.CompilerServices;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Receipts;

/// <summary>
/// A shard's receipts from a time on. The place to begin at is found by halving, for a shard is nearly in order of time.
/// </summary>
internal static class ReceiptsSince
{
    /// <summary>By how much the clocks of two writers of a shard may differ, at the very most.</summary>
    private static readonly TimeSpan Disorder = TimeSpan.FromHours(1);

    public static async IAsyncEnumerable<Receipt> In(
        IRecordStore store, int shard, DateTimeOffset since, [EnumeratorCancellation] CancellationToken stop)
    {
        var from = await FirstAfter(store, shard, since - Disorder, stop);
        var rows = store.Read(ReceiptAddress.Collection, ReceiptAddress.Partition(shard), $"s-{from:D12}", "s.", stop);
        await foreach (var row in rows)
        {
            if (DecisionBook.Parse(row.Content).Receipt is { } receipt && receipt.At >= since) yield return receipt;
        }
    }

    private static async Task<long> FirstAfter(IRecordStore store, int shard, DateTimeOffset time, CancellationToken stop)
    {
        long before = 0, after = await ReceiptHead.LastSequence(store, shard, known: 0, stop) + 1;
        while (after - before > 1)
        {
            var middle = before + ((after - before) / 2);
            var row = await store.Find(ReceiptAddress.Line(shard, middle), stop);

            // What is missing was removed by somebody; that is for the verification to say. From there on all is read.
            if (row is null || DecisionBook.Parse(row.Content).Receipt.At >= time) after = middle;
            else before = middle;
        }

        return after;
    }
}
