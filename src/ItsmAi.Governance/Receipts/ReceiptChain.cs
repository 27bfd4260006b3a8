using System.Security.Cryptography;
using System.Text.Json;
using ItsmAi.Governance.Receipts.Pseudonyms;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Receipts;

/// <summary>
/// Appends receipts, each chained to the one before it in its shard. Rows are only ever inserted: the next line's key
/// is
/// the next sequence number, so of two writers one meets a conflict, reads on and tries again, and the identity that
/// writes receipts needs no right to change them. What is written knows people by pseudonyms; whoever asks here is told
/// their names.
/// </summary>
public sealed class ReceiptChain(IRecordStore store) : IDisposable
{
    private readonly SemaphoreSlim[] _turns =
        [.. Enumerable.Range(0, ReceiptAddress.Shards).Select(_ => new SemaphoreSlim(1, 1))];

    private readonly NamesOnReceipts _names = new(store);

    private readonly ReceiptPointer?[] _heads = new ReceiptPointer?[ReceiptAddress.Shards];

    /// <summary>Appends the receipt; where its id is there already, appends nothing and gives what is there.</summary>
    /// <exception cref="StoreUnavailableException">
    /// It is not known to be written: nothing may be done on its strength.
    /// </exception>
    public async Task<Receipt> Append(Receipt receipt, CancellationToken stop)
    {
        var shard = ReceiptAddress.ShardIn(receipt.Id)
            ?? throw new ArgumentException($"receipt: \"{receipt.Id}\" does not begin with its shard", nameof(receipt));
        var nameless = await _names.Hide(receipt, stop);
        await _turns[shard].WaitAsync(stop);
        try
        {
            while (true)
            {
                var head = _heads[shard] ??= await FindHead(shard, known: 0, stop);
                if (await TryAppend(shard, head, nameless, stop)) return receipt;

                // Whichever key was taken, the pointer tells a repetition from a race for the line's number.
                if (await Find(receipt.Id, stop) is { } there) return there;
                _heads[shard] = await FindHead(shard, head.Sequence, stop);
            }
        }
        finally
        {
            _turns[shard].Release();
        }
    }

    /// <summary>The receipt of this id, or null.</summary>
    public async Task<Receipt?> Find(string id, CancellationToken stop)
    {
        if (ReceiptAddress.ShardIn(id) is not { } shard) return null;
        if (await store.Find(ReceiptAddress.Pointer(shard, id), stop) is not { } pointer) return null;
        return await LineAt(shard, Pointer(pointer).Sequence, stop) is { } line ? await _names.Show(line.Receipt, stop) : null;
    }

    public void Dispose() => Array.ForEach(_turns, turn => turn.Dispose());

    /// <returns>False where a key was taken: by the same receipt, or by another that was faster.</returns>
    private async Task<bool> TryAppend(int shard, ReceiptPointer head, Receipt receipt, CancellationToken stop)
    {
        var line = new ReceiptLine(shard, head.Sequence + 1, head.Hash, receipt);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(line, ReceiptJson.Default.ReceiptLine);
        var next = new ReceiptPointer(line.Sequence, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var pointer = new NewRecord(
            ReceiptAddress.Pointer(shard, receipt.Id),
            JsonSerializer.SerializeToUtf8Bytes(next, ReceiptJson.Default.ReceiptPointer));
        var answer = await Insert(shard, [pointer, new NewRecord(ReceiptAddress.Line(shard, line.Sequence), bytes)], stop);
        if (answer is not WriteAnswer.Written) return false;
        _heads[shard] = next;
        return true;
    }

    private async Task<WriteAnswer> Insert(int shard, IReadOnlyList<NewRecord> rows, CancellationToken stop)
    {
        try
        {
            return await store.InsertTogether(rows, stop);
        }
        catch (StoreUnavailableException)
        {
            // Whether it was written is unknown, so what we believe of the head is worth nothing.
            _heads[shard] = null;
            throw;
        }
    }

    private async Task<ReceiptPointer> FindHead(int shard, long known, CancellationToken stop)
    {
        var last = await ReceiptHead.LastSequence(store, shard, known, stop);
        return last == 0 ? new ReceiptPointer(0, "") : await At(shard, last, stop);
    }

    private async Task<ReceiptPointer> At(int shard, long sequence, CancellationToken stop)
    {
        var row = await store.Find(ReceiptAddress.Line(shard, sequence), stop)
            ?? throw new StoreUnavailableException($"receipt {shard}/{sequence} was there and is gone");
        return new ReceiptPointer(sequence, Convert.ToHexStringLower(SHA256.HashData(row.Content.Span)));
    }

    private async Task<ReceiptLine?> LineAt(int shard, long sequence, CancellationToken stop) =>
        await store.Find(ReceiptAddress.Line(shard, sequence), stop) is { } row
            ? JsonSerializer.Deserialize(row.Content.Span, ReceiptJson.Default.ReceiptLine)
            : null;

    private static ReceiptPointer Pointer(Record row) =>
        JsonSerializer.Deserialize(row.Content.Span, ReceiptJson.Default.ReceiptPointer)
        ?? throw new InvalidOperationException($"{row.Key} holds no pointer");
}
