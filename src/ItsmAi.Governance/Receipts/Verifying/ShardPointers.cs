using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Receipts.Verifying;

/// <summary>A shard's pointers in the order of the lines that they point to, so that both can be walked side by side.</summary>
internal sealed class ShardPointers
{
    private readonly PointerRow[] _rows;
    private int _next;

    private ShardPointers(PointerRow[] rows) => _rows = rows;

    public static async Task<ShardPointers> Read(
        IRecordStore store, int shard, List<ReceiptFault> faults, CancellationToken stop)
    {
        var rows = new List<PointerRow>();
        await foreach (var row in store.Read(ReceiptAddress.Collection, ReceiptAddress.Partition(shard), "i-", "i.", stop))
        {
            var id = row.Key.Row[2..];
            if (PointerRow.TryRead(row.Content.Span, id, out var pointer)) rows.Add(pointer);
            else faults.Add(new ReceiptFault(shard, 0, $"the pointer of receipt {id} is not readable") { Receipt = id });
        }

        var sorted = rows.ToArray();
        Array.Sort(sorted, (one, other) => one.Sequence.CompareTo(other.Sequence));
        return new ShardPointers(sorted);
    }

    /// <summary>The next pointer to a line before <paramref name="sequence"/>, which was not met; null when there is none.</summary>
    public PointerRow? TakeBefore(long sequence) =>
        _next < _rows.Length && _rows[_next].Sequence < sequence ? _rows[_next++] : null;

    /// <summary>All pointers to this line: one, unless somebody meddled.</summary>
    public ReadOnlySpan<PointerRow> TakeAt(long sequence)
    {
        var first = _next;
        while (_next < _rows.Length && _rows[_next].Sequence == sequence) _next++;
        return _rows.AsSpan(first, _next - first);
    }
}
