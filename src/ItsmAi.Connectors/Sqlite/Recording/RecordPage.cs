using System.Diagnostics.CodeAnalysis;
using ItsmAi.Connectors.Records;
using ItsmAi.Connectors.Sqlite.Engine;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Sqlite.Recording;

/// <summary>Reads a range from its beginning: the named rows and those of each series, merged into one order.</summary>
internal static class RecordPage
{
    // A page ends at whichever comes first, so that neither many small nor a few large records fill the memory.
    private const int MostRows = 200;

    private const int MostBytes = 8 * 1024 * 1024;

    private const string Named = """
        SELECT content, version, row FROM records
        WHERE collection = $1 AND partition = $2 AND row >= $3 ORDER BY row
        """;

    private const string NamedBefore = """
        SELECT content, version, row FROM records
        WHERE collection = $1 AND partition = $2 AND row >= $3 AND row < $4 ORDER BY row
        """;

    /// <summary>Some of the range's first records, all as of one commit; none when the range is empty.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "Each source is disposed of with the others.")]
    public static List<Record> Read(SqliteSession session, RecordRange range)
    {
        session.Run("BEGIN");
        var sources = new List<RowSource>();
        try
        {
            sources.Add(OfNames(session, range));
            foreach (var (series, table) in SeriesBook.Of(session, range.Collection, range.Partition))
            {
                if (OfSeries(session, range, series, table) is { } source)
                    sources.Add(source);
            }

            return Merge(range, sources);
        }
        finally
        {
            sources.ForEach(source => source.Dispose());
            session.Run("ROLLBACK");
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "Each source is its opener's to dispose.")]
    private static List<Record> Merge(RecordRange range, List<RowSource> sources)
    {
        var heads = new PriorityQueue<RowSource, string>(StringComparer.Ordinal);
        foreach (var source in sources)
            Enqueue(source);
        var page = new List<Record>();
        var bytes = 0;
        while (page.Count < MostRows && bytes < MostBytes && heads.TryDequeue(out var source, out var row))
        {
            var content = source.Content;
            page.Add(new Record(new RecordKey(range.Collection, range.Partition, row), content, source.Version.ToString()));
            bytes += content.Length;
            Enqueue(source);
        }

        return page;

        void Enqueue(RowSource source)
        {
            if (source.Next() is { } row)
                heads.Enqueue(source, row);
        }
    }

    private static RowSource OfNames(SqliteSession session, RecordRange range)
    {
        var partition = KeyText.Encode(range.Partition);
        var from = KeyText.Encode(range.From);
        var rows = range.End is { } end
            ? session.Rows(NamedBefore, range.Collection, partition, from, KeyText.Encode(end))
            : session.Rows(Named, range.Collection, partition, from);
        return new RowSource(rows, row => KeyText.Decode(row.GetString(2)));
    }

    private static RowSource? OfSeries(SqliteSession session, RecordRange range, Series series, RecordTable table)
    {
        var first = series.FirstFrom(range.From);
        var end = range.End is null ? Series.End : series.FirstFrom(range.End);
        if (first >= end)
            return null;
        var rows = session.Rows(
            $"SELECT content, version, number FROM {table.Name} WHERE number >= $1 AND number < $2 ORDER BY number", first, end);
        return new RowSource(rows, row => series.RowAt(row.GetInt64(2)));
    }
}
