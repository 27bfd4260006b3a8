namespace ItsmAi.Hosting.Files.Tables;

/// <summary>What <c>--map column=field</c> says: which of our fields a column of the file is.</summary>
public sealed class ColumnMap
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    private ColumnMap()
    {
    }

    /// <summary>Every column is the field of its own name.</summary>
    public static ColumnMap None { get; } = new();

    /// <summary>Reads <c>column=field</c> pairs; the problem names the first that is not one.</summary>
    public static FileProblem? Read(IReadOnlyList<string> pairs, out ColumnMap map)
    {
        map = new ColumnMap();
        foreach (string pair in pairs)
        {
            int at = pair.LastIndexOf('=');
            if (at <= 0 || at == pair.Length - 1)
                return new FileProblem($"--map: \"{pair}\" is not column=field; try \"Short description=title\"");
            map._fields[pair[..at].Trim()] = pair[(at + 1)..].Trim();
        }
        return null;
    }

    /// <summary>The field that a column is.</summary>
    public string FieldOf(string column) => _fields.GetValueOrDefault(column, column);
}
