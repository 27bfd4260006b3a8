using System.Runtime.CompilerServices;
using System.Text.Json;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Receipts;

/// <summary>
/// Reads receipts back: a decision with all its steps, the latest decisions, everything for an export.
/// </summary>
public sealed class DecisionBook(IRecordStore store)
{
    /// <summary>The decision's receipts in the order they were written; empty when there is no such decision.</summary>
    public async Task<IReadOnlyList<ReceiptLine>> Find(string decision, CancellationToken stop)
    {
        if (ReceiptAddress.ShardIn(decision) is not { } shard) return [];
        var lines = new List<ReceiptLine>();
        var partition = ReceiptAddress.Partition(shard);
        await foreach (var row in store.Read(ReceiptAddress.Collection, partition, $"i-{decision}-", $"i-{decision}.", stop))
        {
            var pointer = JsonSerializer.Deserialize(row.Content.Span, ReceiptJson.Default.ReceiptPointer)!;
            var line = await store.Find(ReceiptAddress.Line(shard, pointer.Sequence), stop);
            if (line is not null) lines.Add(Parse(line));
        }

        return [.. lines.OrderBy(line => line.Sequence)];
    }

    /// <summary>
    /// The latest receipts of every shard, newest first: at most <paramref name="perShard"/> of each.
    /// </summary>
    public async Task<IReadOnlyList<ReceiptLine>> Latest(int perShard, CancellationToken stop)
    {
        var lines = new List<ReceiptLine>();
        for (var shard = 0; shard < ReceiptAddress.Shards; shard++)
        {
            var tail = new Queue<ReceiptLine>();
            var last = await ReceiptHead.LastSequence(store, shard, known: 0, stop);
            var from = $"s-{Math.Max(1, last - perShard + 1):D12}";
            await foreach (var row in store.Read(ReceiptAddress.Collection, ReceiptAddress.Partition(shard), from, "s.", stop))
            {
                tail.Enqueue(Parse(row));
                if (tail.Count > perShard) tail.Dequeue();
            }

            lines.AddRange(tail);
        }

        return [.. lines.OrderByDescending(line => line.Receipt.At).ThenByDescending(line => line.Sequence)];
    }

    /// <summary>Every receipt's stored bytes, shard by shard in order: what an auditor hashes.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> Lines([EnumeratorCancellation] CancellationToken stop)
    {
        for (var shard = 0; shard < ReceiptAddress.Shards; shard++)
        {
            await foreach (var (_, content) in Lines(store, shard, stop)) yield return content;
        }
    }

    /// <summary>A shard's lines in order, each under its number.</summary>
    public static async IAsyncEnumerable<(long Sequence, ReadOnlyMemory<byte> Content)> Lines(
        IRecordStore store, int shard, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in store.Read(ReceiptAddress.Collection, ReceiptAddress.Partition(shard), "s-", "s.", stop))
        {
            if (ReceiptAddress.SequenceIn(row.Key) is { } sequence) yield return (sequence, row.Content);
        }
    }

    public static ReceiptLine Parse(ReadOnlyMemory<byte> line) =>
        JsonSerializer.Deserialize(line.Span, ReceiptJson.Default.ReceiptLine)
        ?? throw new JsonException("the line holds null");

    /// <summary>The line's bytes as they are stored and hashed.</summary>
    public static byte[] Write(ReceiptLine line) => JsonSerializer.SerializeToUtf8Bytes(line, ReceiptJson.Default.ReceiptLine);

    private static ReceiptLine Parse(Record row) => Parse(row.Content);
}
