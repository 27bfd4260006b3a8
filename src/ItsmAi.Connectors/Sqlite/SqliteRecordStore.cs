using System.Runtime.CompilerServices;
using ItsmAi.Connectors.Records;
using ItsmAi.Connectors.Sqlite.Engine;
using ItsmAi.Connectors.Sqlite.Recording;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Sqlite;

/// <summary>Records in a SQLite file, for one machine. The records of one write carry the same version.</summary>
public sealed class SqliteRecordStore : IRecordStore
{
    private readonly SqliteFile _file;

    private readonly SeriesBook _series;

    private SqliteRecordStore(SqliteFile file)
    {
        _file = file;
        _series = new SeriesBook(file);
    }

    /// <summary>
    /// The store in the file, whose tables are made where they are missing. The file stays the caller's to close.
    /// </summary>
    public static async Task<SqliteRecordStore> In(SqliteFile file, CancellationToken stop)
    {
        await file.Write(
            session =>
            {
                RecordSchema.Make(session);
                return true;
            },
            stop);
        return new SqliteRecordStore(file);
    }

    public Task<Record?> Find(RecordKey key, CancellationToken stop)
    {
        KeyRules.Check(key);
        stop.ThrowIfCancellationRequested();
        var place = _series.PlaceOf(key);
        return Task.FromResult(
            _file.Read(place.Find) is (var content, var version) ? new Record(key, content, version.ToString()) : null);
    }

    public Task<WriteAnswer> Insert(NewRecord record, CancellationToken stop)
    {
        ContentRules.Check(record);
        return InsertAll([record], stop);
    }

    public Task<WriteAnswer> InsertTogether(IReadOnlyList<NewRecord> records, CancellationToken stop)
    {
        ContentRules.CheckTogether(records);
        return InsertAll(records, stop);
    }

    public Task<WriteAnswer> Replace(NewRecord record, string expected, CancellationToken stop)
    {
        ContentRules.Check(record);
        var place = _series.PlaceOf(record.Key);
        var content = record.Content.ToArray();
        return _file.Write<WriteAnswer>(
            session =>
            {
                var version = NextVersion(session);
                return Answer(place.Replace(session, expected, version, content), record.Key, version);
            },
            stop);
    }

    public Task<WriteAnswer> Delete(RecordKey key, string expected, CancellationToken stop)
    {
        KeyRules.Check(key);
        var place = _series.PlaceOf(key);
        return _file.Write<WriteAnswer>(
            session =>
            {
                var version = NextVersion(session);
                return Answer(place.Delete(session, expected), key, version);
            },
            stop);
    }

    public async IAsyncEnumerable<Record> Read(
        string collection, string partition, string? fromRow, string? toRow,
        [EnumeratorCancellation] CancellationToken stop)
    {
        KeyRules.CheckCollection(collection);
        KeyRules.CheckPart(partition, "partition");
        var left = new RecordRange(collection, partition, fromRow ?? "", toRow);
        while (await Task.FromResult(_file.Read(session => RecordPage.Read(session, left))) is { Count: > 0 } page)
        {
            foreach (var record in page)
            {
                stop.ThrowIfCancellationRequested();
                yield return record;
            }

            left = left.After(page[^1].Key.Row);
        }
    }

    public async IAsyncEnumerable<string> Partitions(
        string collection, [EnumeratorCancellation] CancellationToken stop)
    {
        KeyRules.CheckCollection(collection);
        var last = "";
        while (await Task.FromResult(_file.Read(session => RecordPartitions.After(session, collection, last))) is { } next)
        {
            stop.ThrowIfCancellationRequested();
            yield return KeyText.Decode(next);
            last = next;
        }
    }

    private Task<WriteAnswer> InsertAll(IReadOnlyList<NewRecord> records, CancellationToken stop)
    {
        // The caller may change its bytes once the call returns, and a write may wait for the commit before it.
        var rows = new (RecordKey Key, RecordPlace? Place, byte[] Content)[records.Count];
        for (var at = 0; at < rows.Length; at++)
            rows[at] = (records[at].Key, _series.Known(records[at].Key), records[at].Content.ToArray());
        return _file.Write(session => InsertAll(session, rows), stop);
    }

    // Only replacing and deleting raise the version, so a record made anew never carries the version of a deleted one,
    // and records that are only ever inserted, as receipts are, do not write the version's page each time.
    private static WriteAnswer InsertAll(SqliteSession session, (RecordKey Key, RecordPlace? Place, byte[] Content)[] rows)
    {
        var version = (long)session.Ask("SELECT last FROM record_versions")!;
        for (var at = 0; at < rows.Length; at++)
        {
            var place = rows[at].Place ??= SeriesBook.PlaceFor(session, rows[at].Key);
            if (place.Insert(session, version, rows[at].Content))
                continue;
            foreach (var before in rows.AsSpan(0, at))
                before.Place!.Delete(session, version.ToString());
            return Answer(written: false, rows[at].Key, version);
        }

        return Answer(written: true, rows[0].Key, version);
    }

    // Versions are numbered over the whole file.
    private static long NextVersion(SqliteSession session) =>
        (long)session.Ask("UPDATE record_versions SET last = last + 1 RETURNING last")!;

    private static WriteAnswer Answer(bool written, RecordKey key, long version) =>
        written ? new WriteAnswer.Written(version.ToString()) : new WriteAnswer.Conflict(key);
}
