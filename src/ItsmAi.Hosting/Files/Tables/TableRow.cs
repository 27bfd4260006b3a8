namespace ItsmAi.Hosting.Files.Tables;

/// <summary>
/// One row of a table: its number among the rows, the line of the file it begins on, its fields by column.
/// </summary>
public sealed record TableRow(int Number, int Line, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The row as a problem names it.</summary>
    public string Place => PlaceOf(Number, Line);

    /// <summary>The field, or nothing where the row does not have it.</summary>
    public string Field(string column) => Fields.GetValueOrDefault(column, "");

    internal static string PlaceOf(int number, int line) => $"row {number} (line {line})";
}
