using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ItsmAi.Connectors.Records;
using ItsmAi.Connectors.TableStorage.Rows;
using ItsmAi.Connectors.TableStorage.Wire;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.TableStorage;

/// <summary>
/// Records in Azure Table Storage, a table for each collection, with large contents in blobs. A version is the entity's
/// ETag; of records written together the answer carries the last one's.
/// </summary>
public sealed partial class TableRecordStore : IRecordStore
{
    private readonly TableRows _rows;

    private readonly LargeContents _contents;

    public TableRecordStore(TableStorageOptions options, TimeProvider time)
    {
        options.Check();
        _rows = new TableRows(StorageEndpoint.Tables(options, time), options.TablePrefix);
        _contents = new LargeContents(StorageEndpoint.Blobs(options, time), options.Container);
    }

    public async Task<Record?> Find(RecordKey key, CancellationToken stop)
    {
        KeyRules.Check(key);
        return await _rows.Find(key, stop) is { } entity ? await Filled(key, entity, stop) : null;
    }

    public async Task<WriteAnswer> Insert(NewRecord record, CancellationToken stop)
    {
        ContentRules.Check(record);
        var answer = await _rows.Insert(record, await BlobFor(record, stop), stop);
        if (answer.IsSuccess)
            return new WriteAnswer.Written(answer.ETag);
        return answer.Code == "EntityAlreadyExists"
            ? await OursOrConflict(record.Key, record.Key, answer, stop)
            : throw answer.Unexpected();
    }

    public async Task<WriteAnswer> InsertTogether(IReadOnlyList<NewRecord> records, CancellationToken stop)
    {
        ContentRules.CheckTogether(records);
        var rows = new List<(NewRecord, string?)>(records.Count);
        foreach (var record in records)
            rows.Add((record, await BlobFor(record, stop)));

        var (answer, index) = await _rows.InsertTogether(rows, stop);
        return answer switch
        {
            { IsSuccess: true } => new WriteAnswer.Written(answer.ETag),
            { Code: "EntityAlreadyExists" } when index < records.Count =>
                await OursOrConflict(records[^1].Key, records[index].Key, answer, stop),
            { Status: 429 or >= 500 } => throw new StoreUnavailableException(
                $"the transaction was answered by {answer.Status} {answer.Code}"),
            _ => throw answer.Unexpected(),
        };
    }

    public async Task<WriteAnswer> Replace(NewRecord record, string expected, CancellationToken stop)
    {
        ContentRules.Check(record);
        if (!ETag().IsMatch(expected))
            return new WriteAnswer.Conflict(record.Key);

        var answer = await _rows.Replace(record, await BlobFor(record, stop), expected, stop);
        return answer.Status switch
        {
            >= 200 and < 300 => new WriteAnswer.Written(answer.ETag),
            404 => new WriteAnswer.Conflict(record.Key),
            412 => await OursOrConflict(record.Key, record.Key, answer, stop),
            _ => throw answer.Unexpected(),
        };
    }

    public async Task<WriteAnswer> Delete(RecordKey key, string expected, CancellationToken stop)
    {
        KeyRules.Check(key);
        if (!ETag().IsMatch(expected))
            return new WriteAnswer.Conflict(key);

        var answer = await _rows.Delete(key, expected, stop);
        return answer.Status switch
        {
            >= 200 and < 300 => new WriteAnswer.Written(expected),
            404 when answer.Retried => throw new StoreUnavailableException(
                $"{key} is gone, and whether by our first try or by somebody else is not known"),
            404 or 412 => new WriteAnswer.Conflict(key),
            _ => throw answer.Unexpected(),
        };
    }

    public async IAsyncEnumerable<Record> Read(
        string collection, string partition, string? fromRow, string? toRow,
        [EnumeratorCancellation] CancellationToken stop)
    {
        KeyRules.CheckCollection(collection);
        KeyRules.CheckPart(partition, "partition");
        var filter = $"PartitionKey eq '{KeyText.Encode(partition)}'"
            + (fromRow is null ? "" : $" and RowKey ge '{KeyText.Encode(fromRow)}'")
            + (toRow is null ? "" : $" and RowKey lt '{KeyText.Encode(toRow)}'");
        await foreach (var entity in _rows.Query(collection, filter, stop))
        {
            var key = new RecordKey(collection, partition, KeyText.Decode(entity.RowKey));
            yield return await Filled(key, entity, stop);
        }
    }

    public async IAsyncEnumerable<string> Partitions(
        string collection, [EnumeratorCancellation] CancellationToken stop)
    {
        KeyRules.CheckCollection(collection);
        for (var last = ""; await _rows.PartitionAfter(collection, last, stop) is { } next; last = next)
            yield return KeyText.Decode(next);
    }

    private async Task<string?> BlobFor(NewRecord record, CancellationToken stop) =>
        record.Content.Length > EntityJson.LargestContent ? await _contents.Put(record.Content, stop) : null;

    private async Task<Record> Filled(RecordKey key, Entity entity, CancellationToken stop) => new(
        key, entity.Blob is null ? entity.Content : await _contents.Get(entity.Blob, stop), entity.ETag);

    // When the answer to a try is lost, the retry meets what that try wrote; each row tells which request wrote it.
    private async Task<WriteAnswer> OursOrConflict(
        RecordKey written, RecordKey taken, StorageAnswer answer, CancellationToken stop) =>
        answer.Retried && await _rows.Find(written, stop) is { } entity && entity.WrittenBy == answer.RequestId
            ? new WriteAnswer.Written(entity.ETag)
            : new WriteAnswer.Conflict(taken);

    // Anything else, such as *, would be no condition or no request at all.
    [GeneratedRegex("\\AW/\"[\\x21\\x23-\\x7E]{1,200}\"\\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex ETag();
}
