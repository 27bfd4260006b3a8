using System.Collections.Concurrent;
using ItsmAi.Connectors.Records;
using ItsmAi.Connectors.Sqlite.Engine;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Sqlite.Recording;

/// <summary>
/// Which series has which table. A series once found keeps its table for good, so it is remembered; one that was not
/// found another process may have made since, so the file is asked again.
/// </summary>
internal sealed class SeriesBook(SqliteFile file)
{
    /// <summary>How many series have tables; the rows of further ones are kept by their names, and found so for good.</summary>
    public const int Most = 256;

    private const string Numbered = "SELECT number FROM record_series WHERE collection = $1 AND partition = $2 AND prefix = $3";

    private readonly ConcurrentDictionary<Series, RecordTable> _known = new();

    /// <summary>Where the record lies if it is there at all.</summary>
    public RecordPlace PlaceOf(RecordKey key) => Known(key) ?? RecordPlace.Named(key);

    /// <summary>As <see cref="PlaceOf"/>; null where the row is of a series that has no table yet.</summary>
    public RecordPlace? Known(RecordKey key)
    {
        if (Series.Of(key) is not (var series, var number))
            return RecordPlace.Named(key);
        if (!_known.TryGetValue(series, out var table))
        {
            // From the last commit and by no writer, whose transaction may yet be taken back.
            table = file.Read(session => Find(session, series));
            if (table is null)
                return null;
            _known[series] = table;
        }

        return new RecordPlace(table, [number]);
    }

    /// <summary>Where the record is to lie, by a table that is made where there is none yet and may be.</summary>
    public static RecordPlace PlaceFor(SqliteSession writer, RecordKey key) =>
        Series.Of(key) is (var series, var number) && (Find(writer, series) ?? Make(writer, series)) is { } table
            ? new RecordPlace(table, [number])
            : RecordPlace.Named(key);

    /// <summary>The series of a partition with their tables.</summary>
    public static List<(Series Series, RecordTable Table)> Of(SqliteSession session, string collection, string partition)
    {
        using var rows = session.Rows(
            "SELECT number, prefix FROM record_series WHERE collection = $1 AND partition = $2",
            collection, KeyText.Encode(partition));
        var all = new List<(Series, RecordTable)>();
        while (rows.Read())
            all.Add((new Series(collection, partition, KeyText.Decode(rows.GetString(1))), RecordTable.OfSeries(rows.GetInt64(0))));
        return all;
    }

    private static RecordTable? Find(SqliteSession session, Series series) =>
        session.Ask(Numbered, Values(series)) is long number ? RecordTable.OfSeries(number) : null;

    private static RecordTable? Make(SqliteSession writer, Series series)
    {
        var number = (long)writer.Ask("SELECT COUNT(*) FROM record_series")! + 1;
        if (number > Most)
            return null;
        writer.Run(
            "INSERT INTO record_series (collection, partition, prefix, number) VALUES ($1, $2, $3, $4)",
            [.. Values(series), number]);
        var table = RecordTable.OfSeries(number);
        writer.Run($"CREATE TABLE {table.Name} (number INTEGER PRIMARY KEY, version INTEGER NOT NULL, content BLOB NOT NULL)");
        return table;
    }

    private static object?[] Values(Series series) =>
        [series.Collection, KeyText.Encode(series.Partition), KeyText.Encode(series.Prefix)];
}
