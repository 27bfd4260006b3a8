using ItsmAi.Hosting.Files.Tables;

namespace ItsmAi.Hosting.Files;

/// <summary>
/// Tickets read from a table: <c>id</c>, and <c>text</c> or <c>title</c> and <c>description</c> joined by a line break.
/// </summary>
public sealed record TicketFile(string Name, IReadOnlyList<TicketRow> Tickets, IReadOnlyCollection<string> Columns)
{
    /// <summary>Reads the tickets; refuses a table without the columns, an empty id and an id given twice.</summary>
    public static FileProblem? Read(string path, ColumnMap map, CancellationToken stop, out TicketFile tickets)
    {
        tickets = new TicketFile(path, [], []);
        FileProblem? problem = Table.Read(path, map, stop, out Table? table);
        if (problem is not null || table is null)
            return problem;
        problem = MissingColumn(table);
        if (problem is not null)
            return problem;
        var seen = new Dictionary<string, TableRow>(StringComparer.Ordinal);
        List<TicketRow> read = [];
        foreach (TableRow row in table.Rows)
        {
            string id = row.Field("id");
            if (id.Length == 0)
                return new FileProblem($"{table.Name} {row.Place}: id is empty; every ticket needs one");
            if (!seen.TryAdd(id, row))
                return new FileProblem(
                    $"{table.Name} {row.Place}: id \"{id}\" repeats {seen[id].Place}; ids are unique");
            read.Add(new TicketRow(id, TextOf(row), row));
        }
        tickets = new TicketFile(table.Name, read, table.Columns);
        return null;
    }

    /// <summary>Refuses a file without the column.</summary>
    public FileProblem? Without(string column) =>
        Columns.Contains(column) ? null : Missing(Name, $"\"{column}\"", Columns);

    private static FileProblem? MissingColumn(Table table)
    {
        if (table.Rows.Count == 0)
            return new FileProblem($"{table.Name}: no rows");
        if (!table.Columns.Contains("id"))
            return Missing(table.Name, "\"id\"", table.Columns);
        return table.Columns.Contains("text") || table.Columns.Contains("title")
            ? null
            : Missing(table.Name, "\"text\", nor \"title\" and \"description\"", table.Columns);
    }

    private static FileProblem Missing(string file, string column, IReadOnlyCollection<string> columns) =>
        new($"{file}: no column {column}; the columns are {string.Join(", ", columns)}; "
            + "name one with --map column=field");

    private static string TextOf(TableRow row)
    {
        if (row.Fields.TryGetValue("text", out string? text))
            return text;
        string title = row.Field("title"), description = row.Field("description");
        return description.Length == 0 ? title : title.Length == 0 ? description : $"{title}\n{description}";
    }
}
