using System.Security.Cryptography;
using System.Text.Json;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Receipts;

/// <summary>
/// Walks every shard and names each line that was edited, removed, inserted or reordered: a line must follow its
/// number, name the hash of the line before, and be what its pointer says.
/// </summary>
public static class VerifyReceipts
{
    public static async Task<VerificationReport> Walk(IRecordStore store, CancellationToken stop)
    {
        var faults = new List<ReceiptFault>();
        long verified = 0;
        for (var shard = 0; shard < ReceiptAddress.Shards; shard++) verified += await WalkShard(store, shard, faults, stop);
        return new VerificationReport(verified, faults);
    }

    private static async Task<long> WalkShard(
        IRecordStore store, int shard, List<ReceiptFault> faults, CancellationToken stop)
    {
        var pointers = await Pointers(store, shard, faults, stop);
        long expected = 1, verified = 0;
        var previous = "";
        await foreach (var row in store.Read(ReceiptAddress.Collection, ReceiptAddress.Partition(shard), "s-", "s.", stop))
        {
            var sequence = ReceiptAddress.SequenceIn(row.Key) ?? expected;
            if (sequence > expected) faults.Add(new ReceiptFault(shard, expected, $"missing up to {sequence - 1}"));
            var hash = Convert.ToHexStringLower(SHA256.HashData(row.Content.Span));
            var line = Parse(row, ReceiptJson.Default.ReceiptLine) is { Receipt: { Id: not null } } readable ? readable : null;
            await Late(store, shard, line, pointers, stop);
            var fault = LineFault(line, shard, sequence, previous) ?? PointerFault(pointers, line!, hash);
            if (fault is null) verified++;
            else faults.Add(new ReceiptFault(shard, sequence, fault));
            if (line is not null) pointers.Remove(line.Receipt.Id);
            expected = sequence + 1;
            previous = hash;
        }

        faults.AddRange(pointers.Select(orphan => new ReceiptFault(
            shard, orphan.Value.Sequence, $"the line of receipt {orphan.Key} is gone")));
        return verified;
    }

    /// <summary>A line that was appended while we walk has its pointer too; it was not there when we read them.</summary>
    private static async Task Late(
        IRecordStore store, int shard, ReceiptLine? line, Dictionary<string, ReceiptPointer> pointers, CancellationToken stop)
    {
        if (line is null || pointers.ContainsKey(line.Receipt.Id)) return;
        if (await store.Find(ReceiptAddress.Pointer(shard, line.Receipt.Id), stop) is { } row
            && Parse(row, ReceiptJson.Default.ReceiptPointer) is { } pointer)
        {
            pointers[line.Receipt.Id] = pointer;
        }
    }

    private static string? LineFault(ReceiptLine? line, int shard, long sequence, string previous)
    {
        if (line is null) return "the line is not a receipt";
        if (line.Shard != shard || line.Sequence != sequence) return $"the line says that it is {line.Shard}/{line.Sequence}";
        return line.Previous == previous ? null : "the line before is not the one that this line was chained to";
    }

    private static string? PointerFault(Dictionary<string, ReceiptPointer> pointers, ReceiptLine line, string hash)
    {
        if (!pointers.TryGetValue(line.Receipt.Id, out var pointer)) return $"the pointer of receipt {line.Receipt.Id} is gone";
        if (pointer.Sequence != line.Sequence) return $"receipt {line.Receipt.Id} was written as {pointer.Sequence}";
        return pointer.Hash == hash ? null : $"receipt {line.Receipt.Id} was edited: its bytes no longer hash to {pointer.Hash}";
    }

    private static async Task<Dictionary<string, ReceiptPointer>> Pointers(
        IRecordStore store, int shard, List<ReceiptFault> faults, CancellationToken stop)
    {
        var pointers = new Dictionary<string, ReceiptPointer>(StringComparer.Ordinal);
        await foreach (var row in store.Read(ReceiptAddress.Collection, ReceiptAddress.Partition(shard), "i-", "i.", stop))
        {
            if (Parse(row, ReceiptJson.Default.ReceiptPointer) is { } pointer) pointers[row.Key.Row[2..]] = pointer;
            else faults.Add(new ReceiptFault(shard, 0, $"the pointer {row.Key.Row} is not readable"));
        }

        return pointers;
    }

    private static T? Parse<T>(Record row, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(row.Content.Span, type);
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
