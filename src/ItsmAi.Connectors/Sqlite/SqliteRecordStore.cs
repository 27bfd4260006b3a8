using System.Runtime.CompilerServices;
using ItsmAi.Connectors.Records;
using ItsmAi.Connectors.Sqlite.Engine;
using ItsmAi.Governance.Records;
using Microsoft.Data.Sqlite;

namespace ItsmAi.Connectors.Sqlite;

/// <summary>Records in a SQLite file, for one machine. The records of one write carry the same version.</summary>
public sealed class SqliteRecordStore : IRecordStore
{
    // A page ends at whichever comes first, so that neither many small nor a few large records fill the memory.
    private const int MostRowsOfPage = 200;

    private const int MostBytesOfPage = 8 * 1024 * 1024;

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS records (
            collection TEXT NOT NULL, partition TEXT NOT NULL, row TEXT NOT NULL,
            version INTEGER NOT NULL, content BLOB NOT NULL,
            PRIMARY KEY (collection, partition, row));
        CREATE TABLE IF NOT EXISTS record_versions (only INTEGER PRIMARY KEY CHECK (only = 1), last INTEGER NOT NULL);
        INSERT OR IGNORE INTO record_versions (only, last) VALUES (1, 0);
        """;

    private const string Match = "collection = $1 AND partition = $2 AND row = $3";

    /// <summary>The statement that inserts so many records and one, all or none.</summary>
    private static readonly Lazy<string>[] Inserts =
        [.. Enumerable.Range(1, ContentRules.MostTogether).Select(count => new Lazy<string>(() => InsertOf(count)))];

    private readonly SqliteFile _file;

    private SqliteRecordStore(SqliteFile file) => _file = file;

    /// <summary>
    /// The store in the file, whose tables are made where they are missing. The file stays the caller's to close.
    /// </summary>
    public static async Task<SqliteRecordStore> In(SqliteFile file, CancellationToken stop)
    {
        await file.Write(session => session.Run(Schema), stop);
        return new SqliteRecordStore(file);
    }

    public Task<Record?> Find(RecordKey key, CancellationToken stop)
    {
        KeyRules.Check(key);
        stop.ThrowIfCancellationRequested();
        return Task.FromResult(_file.Read(session =>
        {
            using var rows = session.Rows($"SELECT content, version FROM records WHERE {Match}", Parts(key));
            return rows.Read() ? new Record(key, (byte[])rows[0], rows.GetInt64(1).ToString()) : null;
        }));
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
        var content = record.Content.ToArray();
        return _file.Write<WriteAnswer>(
            session =>
            {
                var version = NextVersion(session);
                var changed = session.Run(
                    $"UPDATE records SET version = $4, content = $5 WHERE {Match} AND CAST(version AS TEXT) = $6",
                    [.. Parts(record.Key), version, content, expected]);
                return Answer(changed == 1, record.Key, version);
            },
            stop);
    }

    public Task<WriteAnswer> Delete(RecordKey key, string expected, CancellationToken stop)
    {
        KeyRules.Check(key);
        return _file.Write<WriteAnswer>(
            session =>
            {
                var version = NextVersion(session);
                var changed = session.Run(
                    $"DELETE FROM records WHERE {Match} AND CAST(version AS TEXT) = $4", [.. Parts(key), expected]);
                return Answer(changed == 1, key, version);
            },
            stop);
    }

    public async IAsyncEnumerable<Record> Read(
        string collection, string partition, string? fromRow, string? toRow,
        [EnumeratorCancellation] CancellationToken stop)
    {
        KeyRules.CheckCollection(collection);
        KeyRules.CheckPart(partition, "partition");
        var range = new RowRange(collection, partition, toRow is null ? null : KeyText.Encode(toRow));
        var page = _file.Read(session => Page(session, range, KeyText.Encode(fromRow ?? ""), "row >= $3"));
        while (page.Count > 0)
        {
            foreach (var record in page)
            {
                stop.ThrowIfCancellationRequested();
                yield return record;
            }

            var last = KeyText.Encode(page[^1].Key.Row);
            page = await Task.FromResult(_file.Read(session => Page(session, range, last, "row > $3")));
        }
    }

    public async IAsyncEnumerable<string> Partitions(
        string collection, [EnumeratorCancellation] CancellationToken stop)
    {
        KeyRules.CheckCollection(collection);
        var last = "";
        while (await Task.FromResult(_file.Read(session => After(session, collection, last))) is { } next)
        {
            stop.ThrowIfCancellationRequested();
            yield return KeyText.Decode(next);
            last = next;
        }
    }

    private Task<WriteAnswer> InsertAll(IReadOnlyList<NewRecord> records, CancellationToken stop)
    {
        // The caller may change its bytes once the call returns, and a write may wait for the commit before it.
        var values = new object?[records.Count * 4];
        for (var at = 0; at < records.Count; at++)
        {
            Parts(records[at].Key).CopyTo(values, at * 4);
            values[(at * 4) + 3] = records[at].Content.ToArray();
        }

        return _file.WriteAtOnce<WriteAnswer>(session => InsertAll(session, records, values), stop);
    }

    private static WriteAnswer InsertAll(SqliteSession session, IReadOnlyList<NewRecord> records, object?[] values)
    {
        try
        {
            // The statement ends, and where it stands alone commits, only after its last row.
            using var rows = session.Rows(Inserts[records.Count - 1].Value, values);
            rows.Read();
            var version = rows.GetInt64(0);
            while (rows.Read())
            {
                // Each row says the same.
            }

            return Answer(written: true, records[0].Key, version);
        }
        catch (SqliteException error) when (SqliteFault.IsTaken(error))
        {
            // A statement that fails has written nothing.
            return new WriteAnswer.Conflict(records.First(record => Has(session, record.Key)).Key);
        }
    }

    private static bool Has(SqliteSession session, RecordKey key) =>
        session.Ask($"SELECT 1 FROM records WHERE {Match}", Parts(key)) is not null;

    // Only replacing and deleting raise the number, so a record made anew never carries the version of a deleted one, and
    // records that are only ever inserted, as receipts are, do not write the number's page each time.
    private static string InsertOf(int count)
    {
        var rows = Enumerable.Range(0, count).Select(row => row * 4).Select(first =>
            $"(${first + 1}, ${first + 2}, ${first + 3}, ${first + 4}, (SELECT last FROM record_versions))");
        return $"INSERT INTO records (collection, partition, row, content, version) VALUES {string.Join(", ", rows)} RETURNING version";
    }

    // Versions are numbered over the whole file.
    private static long NextVersion(SqliteSession session) =>
        (long)session.Ask("UPDATE record_versions SET last = last + 1 RETURNING last")!;

    private static WriteAnswer Answer(bool written, RecordKey key, long version) =>
        written ? new WriteAnswer.Written(version.ToString()) : new WriteAnswer.Conflict(key);

    private static object?[] Parts(RecordKey key) =>
        [key.Collection, KeyText.Encode(key.Partition), KeyText.Encode(key.Row)];

    private static List<Record> Page(SqliteSession session, RowRange range, string start, string bound)
    {
        using var rows = session.Rows(
            $"""
            SELECT row, content, version FROM records
            WHERE collection = $1 AND partition = $2 AND {bound} AND ($4 IS NULL OR row < $4) ORDER BY row LIMIT $5
            """,
            range.Collection, KeyText.Encode(range.Partition), start, range.End, MostRowsOfPage);
        var page = new List<Record>();
        for (var bytes = 0; bytes < MostBytesOfPage && rows.Read(); bytes += page[^1].Content.Length)
        {
            var key = new RecordKey(range.Collection, range.Partition, KeyText.Decode(rows.GetString(0)));
            page.Add(new Record(key, (byte[])rows[1], rows.GetInt64(2).ToString()));
        }

        return page;
    }

    private static string? After(SqliteSession session, string collection, string last) =>
        (string?)session.Ask(
            "SELECT MIN(partition) FROM records WHERE collection = $1 AND partition > $2", collection, last);

    private sealed record RowRange(string Collection, string Partition, string? End);
}
