using ItsmAi.Governance.Receipts.Anchors;

namespace ItsmAi.Governance.Receipts.Verifying;

/// <summary>
/// Walks the anchors: each must follow its number and the bytes before it, and its root must be that of its heads. What
/// a broken anchor says of the receipts counts for nothing.
/// </summary>
internal sealed class AnchorWalk
{
    private readonly List<ReceiptFault> _faults = [];
    private long _expected = 1;
    private string _previous = "";

    public IReadOnlyList<ReceiptFault> Faults => _faults;

    public IReadOnlyList<AnchoredHeads> Heads { get; } =
        [.. Enumerable.Range(0, ReceiptAddress.Shards).Select(shard => new AnchoredHeads(shard))];

    public long Count { get; private set; }

    public static async Task<AnchorWalk> Over(IAnchorStore? store, CancellationToken stop)
    {
        var walk = new AnchorWalk();
        if (store is null) return walk;
        await foreach (var anchor in store.Read(stop)) walk.See(anchor);
        foreach (var heads in walk.Heads) heads.Sort();
        return walk;
    }

    private void See(StoredAnchor stored)
    {
        Count++;
        var isGap = stored.Sequence > _expected;
        if (isGap)
        {
            _faults.Add(ReceiptFault.OfAnchor(_expected, "missing") with { Until = stored.Sequence - 1 });
        }

        var anchor = Anchor.Read(stored.Content);
        var fault = FaultOf(anchor, stored.Sequence, isGap);
        if (fault is not null) _faults.Add(fault);
        else Learn(anchor!);
        _expected = stored.Sequence + 1;
        _previous = Anchor.HashOf(stored.Content);
    }

    private ReceiptFault? FaultOf(Anchor? anchor, long sequence, bool isGap)
    {
        if (anchor is null) return ReceiptFault.OfAnchor(sequence, "it is not as anchors are written");
        if (anchor.Sequence != sequence) return ReceiptFault.OfAnchor(sequence, $"it says that it is {anchor.Sequence}");
        if (anchor.Root != Anchor.RootOf(anchor.Heads)) return ReceiptFault.OfAnchor(sequence, "its root is not that of its heads");
        return isGap || anchor.Previous == _previous
            ? null
            : ReceiptFault.OfAnchor(sequence - 1, $"it is not the one that anchor {sequence} was chained to");
    }

    private void Learn(Anchor anchor)
    {
        foreach (var (shard, last, hash) in anchor.Heads)
        {
            if (last > 0 && shard >= 0 && shard < Heads.Count && Digest.TryRead(hash) is { } digest)
            {
                Heads[shard].Add(anchor.Sequence, last, digest);
            }
        }
    }
}
