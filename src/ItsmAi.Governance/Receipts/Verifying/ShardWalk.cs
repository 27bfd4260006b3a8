using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Receipts.Verifying;

/// <summary>
/// Walks one shard, pointers and lines side by side: a line must be in its place, follow the line before it, and be what
/// its pointer and the anchors say.
/// </summary>
internal sealed class ShardWalk(IRecordStore store, int shard, AnchoredHeads anchored)
{
    private readonly List<ReceiptFault> _faults = [];
    private ShardPointers _pointers = null!;
    private long _last;

    // What the line before hashes to, and what its pointer says; null where that is not known.
    private Digest? _hash;
    private Digest? _pointed;

    public long Verified { get; private set; }

    public IReadOnlyList<ReceiptFault> Faults => _faults;

    /// <param name="passed">Told now and then how many lines were walked since it was told last.</param>
    public async Task Run(Action<int> passed, CancellationToken stop)
    {
        _pointers = await ShardPointers.Read(store, shard, _faults, stop);
        var lines = 0;
        await foreach (var row in store.Read(ReceiptAddress.Collection, ReceiptAddress.Partition(shard), "s-", "s.", stop))
        {
            if (ReceiptAddress.SequenceIn(row.Key) is not { } sequence || row.Key != ReceiptAddress.Line(shard, sequence) || sequence == 0)
            {
                Fault(_last + 1, $"the row {row.Key.Row} has no place among receipts");
                continue;
            }

            CloseGap(sequence);
            var line = Look(row.Content.Span, sequence);
            if (line is { IsReadable: true, Pointer: null }) line = line with { Pointer = await Late(line.Id!, stop) };
            Judge(sequence, line);
            if (++lines % 1024 == 0) passed(1024);
        }

        passed(lines % 1024);
        CloseGap(long.MaxValue);
        _faults.AddRange(anchored.End(_last));
    }

    /// <summary>Names what should lie between the last line and this one.</summary>
    private void CloseGap(long sequence)
    {
        var isGap = sequence > _last + 1;
        if (isGap && sequence < long.MaxValue) Fault(_last + 1, "missing", until: sequence - 1);
        if (isGap) (_hash, _pointed) = (null, null);
        while (_pointers.TakeBefore(sequence) is { } orphan)
        {
            Fault(orphan.Sequence, $"the line of receipt {orphan.Id} is gone", orphan.Id);
            anchored.Pass(orphan.Sequence, null, orphan.Hash);
            if (orphan.Sequence == sequence - 1) _pointed = orphan.Hash;
        }
    }

    private Line Look(ReadOnlySpan<byte> content, long sequence)
    {
        var pointers = _pointers.TakeAt(sequence);
        var expected = pointers.IsEmpty ? null : pointers[0].Id;
        var isReadable = LinePlace.TryRead(content, expected, out var place);
        var id = isReadable ? place.OtherId ?? expected : expected;
        PointerRow? own = null;
        foreach (var pointer in pointers)
        {
            if (pointer.Id == id) own = pointer;
            else Fault(sequence, $"the pointer of receipt {pointer.Id} leads to another receipt", pointer.Id);
        }

        return new Line(isReadable, place, id, Digest.Of(content), own);
    }

    /// <summary>A line that was appended while we walk has its pointer too; it was not there when we read them.</summary>
    private async Task<PointerRow?> Late(string id, CancellationToken stop)
    {
        if (id.Length is 0 or > 190 || id.Any(char.IsControl)) return null;
        return await store.Find(ReceiptAddress.Pointer(shard, id), stop) is { } row
            && PointerRow.TryRead(row.Content.Span, id, out var pointer) ? pointer : null;
    }

    private void Judge(long sequence, Line line)
    {
        if (FaultOf(sequence, line) is { } fault) Fault(sequence, fault, line.Id);
        else Verified++;
        anchored.Pass(sequence, line.Hash, line.Pointer?.Hash);
        (_last, _hash, _pointed) = (sequence, line.Hash, line.Pointer?.Hash);
    }

    private string? FaultOf(long sequence, Line line)
    {
        if (!line.IsReadable) return "the line is not a receipt";
        if (line.Place.Shard != shard || line.Place.Sequence != sequence)
            return $"the line says that it is {line.Place.Shard}/{line.Place.Sequence}";
        if (line.Pointer is not { } pointer) return $"the pointer of receipt {line.Id} is gone";
        if (pointer.Sequence != sequence) return $"receipt {line.Id} was written as {pointer.Sequence}";
        if (pointer.Hash != line.Hash)
            return $"receipt {line.Id} was edited: its bytes hash to {line.Hash}, its pointer says {pointer.Hash}";
        return Follows(sequence, line.Place.Previous) ? null : "the line before is not the one that this line was chained to";
    }

    /// <summary>
    /// Where the line before was edited or is gone, its pointer still says what it was: that one line is at fault, and
    /// not this one too.
    /// </summary>
    private bool Follows(long sequence, Digest? previous) =>
        sequence == 1 ? previous is null
        : previous is not null && ((_hash is null && _pointed is null) || previous == _hash || previous == _pointed);

    private void Fault(long sequence, string says, string? receipt = null, long? until = null) =>
        _faults.Add(new ReceiptFault(shard, sequence, says) { Receipt = receipt, Until = until });

    private readonly record struct Line(bool IsReadable, LinePlace Place, string? Id, Digest Hash, PointerRow? Pointer);
}
