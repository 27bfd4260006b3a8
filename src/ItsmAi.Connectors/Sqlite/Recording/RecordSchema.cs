using ItsmAi.Connectors.Records;
using ItsmAi.Connectors.Sqlite.Engine;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Sqlite.Recording;

/// <summary>Makes the tables of the records where they are missing.</summary>
internal static class RecordSchema
{
    private const int MostMoved = 1000;

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS records (
            collection TEXT NOT NULL, partition TEXT NOT NULL, row TEXT NOT NULL,
            version INTEGER NOT NULL, content BLOB NOT NULL,
            PRIMARY KEY (collection, partition, row));
        CREATE TABLE IF NOT EXISTS record_series (
            number INTEGER PRIMARY KEY, collection TEXT NOT NULL, partition TEXT NOT NULL, prefix TEXT NOT NULL,
            UNIQUE (collection, partition, prefix));
        CREATE TABLE IF NOT EXISTS record_versions (only INTEGER PRIMARY KEY CHECK (only = 1), last INTEGER NOT NULL);
        INSERT OR IGNORE INTO record_versions (only, last) VALUES (1, 0);
        """;

    private const string IsOlder = """
        SELECT 1 FROM sqlite_schema WHERE name = 'records'
        AND NOT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'record_series')
        """;

    private const string Numbered = """
        SELECT rowid, collection, partition, row FROM records WHERE rowid > $1
        AND row GLOB '*[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]' ORDER BY rowid LIMIT $2
        """;

    /// <summary>
    /// Inside a transaction: a file from before there were series is carried over by it as a whole, versions and all.
    /// </summary>
    public static void Make(SqliteSession session)
    {
        var isOlder = session.Ask(IsOlder) is not null;
        session.Run(Tables);
        for (long? last = isOlder ? 0 : null; last is { } after;)
            last = Move(session, after);
    }

    /// <summary>Moves some rows into their series; the answer is the last of them, and null when there were none.</summary>
    private static long? Move(SqliteSession session, long after)
    {
        var found = new List<(long Id, RecordKey Key)>();
        using (var rows = session.Rows(Numbered, after, MostMoved))
        {
            while (rows.Read())
            {
                var key = new RecordKey(rows.GetString(1), KeyText.Decode(rows.GetString(2)), KeyText.Decode(rows.GetString(3)));
                found.Add((rows.GetInt64(0), key));
            }
        }

        foreach (var (id, key) in found)
            Move(session, id, SeriesBook.PlaceFor(session, key));
        return found.Count > 0 ? found[^1].Id : null;
    }

    private static void Move(SqliteSession session, long id, RecordPlace place)
    {
        if (place.Table == RecordTable.Named)
            return;
        session.Run(
            $"INSERT INTO {place.Table.Name} (number, version, content) SELECT $1, version, content FROM records WHERE rowid = $2",
            [.. place.Key, id]);
        session.Run("DELETE FROM records WHERE rowid = $1", id);
    }
}
