using System.Security.Cryptography;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Receipts.Anchors;

/// <summary>
/// Anchors the receipts where any shard has moved since the last anchor. Of two that do it at once one finds the number
/// taken and looks again, so anchors never fork.
/// </summary>
public sealed class AnchorReceipts(IRecordStore store, IAnchorStore anchors, TimeProvider clock)
{
    /// <returns>What the last anchor saw and is there no longer: it costs eight reads to look.</returns>
    public async Task<IReadOnlyList<ReceiptFault>> Handle(CancellationToken stop)
    {
        while (true)
        {
            var last = await anchors.Last(stop);
            var before = last is null ? null : Anchor.Read(last.Content);
            var faults = new List<ReceiptFault>();
            if (last is not null && before is null) faults.Add(ReceiptFault.OfAnchor(last.Sequence, "it is not readable"));
            var heads = await Heads(before, faults, stop);
            if (before is null ? heads.All(head => head.Last == 0) : heads.SequenceEqual(before.Heads)) return faults;
            var anchor = new Anchor(
                (last?.Sequence ?? 0) + 1,
                clock.GetUtcNow(),
                last is null ? "" : Anchor.HashOf(last.Content),
                Anchor.RootOf(heads),
                heads);
            if (await anchors.Append(new StoredAnchor(anchor.Sequence, anchor.Write()), stop)) return faults;
        }
    }

    private async Task<List<ShardHead>> Heads(Anchor? before, List<ReceiptFault> faults, CancellationToken stop)
    {
        var heads = new List<ShardHead>();
        for (var shard = 0; shard < ReceiptAddress.Shards; shard++)
        {
            var seen = before?.Heads.FirstOrDefault(head => head.Shard == shard) ?? new ShardHead(shard, 0, "");
            var there = seen.Last == 0 ? seen : await At(shard, seen.Last, stop);
            if (there != seen) faults.Add(Betrayed(seen, before!));
            var last = await ReceiptHead.LastSequence(store, shard, there?.Last ?? 0, stop);
            heads.Add(last == there?.Last ? there : await At(shard, last, stop) ?? Gone(shard, last));
        }

        return heads;
    }

    private async Task<ShardHead?> At(int shard, long sequence, CancellationToken stop)
    {
        if (sequence == 0) return new ShardHead(shard, 0, "");
        return await store.Find(ReceiptAddress.Line(shard, sequence), stop) is { } row
            ? new ShardHead(shard, sequence, Convert.ToHexStringLower(SHA256.HashData(row.Content.Span)))
            : null;
    }

    private static ReceiptFault Betrayed(ShardHead seen, Anchor by) =>
        new(seen.Shard, seen.Last, $"it is not what anchor {by.Sequence} saw");

    private static ShardHead Gone(int shard, long sequence) =>
        throw new StoreUnavailableException($"receipt {shard}/{sequence} was there and is gone");
}
