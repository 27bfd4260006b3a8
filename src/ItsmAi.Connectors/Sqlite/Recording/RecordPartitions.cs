using ItsmAi.Connectors.Sqlite.Engine;

namespace ItsmAi.Connectors.Sqlite.Recording;

/// <summary>Finds the partitions of a collection that hold a record, be it named or of a series.</summary>
internal static class RecordPartitions
{
    private const string Named = "SELECT MIN(partition) FROM records WHERE collection = $1 AND partition > $2";

    private const string Numbered = """
        SELECT partition, number FROM record_series WHERE collection = $1 AND partition > $2 ORDER BY partition
        """;

    /// <summary>The first one after another, both as the file spells them; null when there is none.</summary>
    public static string? After(SqliteSession session, string collection, string last)
    {
        var named = (string?)session.Ask(Named, collection, last);
        using var series = session.Rows(Numbered, collection, last);
        while (series.Read())
        {
            var partition = series.GetString(0);
            if (named is not null && string.CompareOrdinal(named, partition) <= 0)
                break;
            if (session.Ask($"SELECT 1 FROM {RecordTable.OfSeries(series.GetInt64(1)).Name} LIMIT 1") is not null)
                return partition;
        }

        return named;
    }
}
