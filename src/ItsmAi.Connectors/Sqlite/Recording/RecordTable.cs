namespace ItsmAi.Connectors.Sqlite.Recording;

/// <summary>The statements on a table of records; the values of a record's key come first in each.</summary>
internal sealed class RecordTable
{
    private RecordTable(string name, params string[] key)
    {
        Name = name;
        var next = key.Length + 1;
        var match = string.Join(" AND ", key.Select((column, at) => $"{column} = ${at + 1}"));
        var places = string.Join(", ", key.Select((_, at) => $"${at + 1}"));
        Find = $"SELECT content, version FROM {name} WHERE {match}";
        Insert =
            $"""
            INSERT INTO {name} ({string.Join(", ", key)}, version, content)
            VALUES ({places}, ${next}, ${next + 1}) ON CONFLICT DO NOTHING
            """;
        Replace = $"UPDATE {name} SET version = ${next + 1}, content = ${next + 2} WHERE {match} AND CAST(version AS TEXT) = ${next}";
        Delete = $"DELETE FROM {name} WHERE {match} AND CAST(version AS TEXT) = ${next}";
    }

    /// <summary>The table of all that is in no series.</summary>
    public static RecordTable Named { get; } = new("records", "collection", "partition", "row");

    public string Name { get; }

    public string Find { get; }

    public string Insert { get; }

    public string Replace { get; }

    public string Delete { get; }

    public static RecordTable OfSeries(long number) => new($"records_{number}", "number");
}
