namespace ItsmAi.Hosting.Files.Tables;

/// <summary>The rows of a CSV table with a header.</summary>
internal sealed class CsvRows : IRowSource
{
    private readonly CsvFields _fields;
    private readonly string _file;
    private readonly string[] _columns;
    private int _number;

    public CsvRows(TextReader reader, string file, ColumnMap map)
    {
        _fields = new CsvFields(reader);
        _file = file;
        _columns = [.. (_fields.Next() ?? []).Select(name => map.FieldOf(name.Trim()))];
        if (_columns.Length == 0)
            Problem = new FileProblem($"{file}: no header row; the first row names the columns");
        string? twice = _columns.GroupBy(name => name, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Key.Length > 0 && group.Skip(1).Any())?.Key;
        if (twice is not null)
            Problem = new FileProblem($"{file}: two columns are named \"{twice}\"; rename one with --map column=field");
    }

    public IReadOnlyCollection<string> Columns => _columns;

    public FileProblem? Problem { get; private set; }

    public TableRow? Next()
    {
        if (Problem is not null)
            return null;
        List<string>? fields = _fields.Next();
        string place = TableRow.PlaceOf(++_number, _fields.Line);
        if (_fields.Fault is not null)
            Problem = new FileProblem($"{_file} {place}: {_fields.Fault}");
        if (fields is null)
            return null;
        if (fields.Count != _columns.Length)
        {
            Problem = new FileProblem(
                $"{_file} {place}: {fields.Count} fields (the first is \"{fields[0]}\"); "
                + $"the header names {_columns.Length}");
            return null;
        }
        var byColumn = new Dictionary<string, string>(_columns.Length, StringComparer.Ordinal);
        for (int column = 0; column < _columns.Length; column++)
            byColumn[_columns[column]] = fields[column];
        return new TableRow(_number, _fields.Line, byColumn);
    }
}
