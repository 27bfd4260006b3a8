using System.Text.Json;

namespace ItsmAi.Hosting.Files.Tables;

/// <summary>
/// The rows of a file of one JSON object a line; numbers and nested values are taken as they are written.
/// </summary>
internal sealed class JsonRows(TextReader reader, string file, ColumnMap map) : IRowSource
{
    private readonly HashSet<string> _columns = new(StringComparer.Ordinal);
    private int _number;
    private int _line;

    public IReadOnlyCollection<string> Columns => _columns;

    public FileProblem? Problem { get; private set; }

    public TableRow? Next()
    {
        while (Problem is null && reader.ReadLine() is { } text)
        {
            _line++;
            if (!string.IsNullOrWhiteSpace(text))
                return Row(text);
        }
        return null;
    }

    private TableRow? Row(string text)
    {
        string place = TableRow.PlaceOf(++_number, _line);
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new TableRow(_number, _line, FieldsOf(document.RootElement));
            Problem = new FileProblem($"{file} {place}: {document.RootElement.ValueKind} instead of an object {{…}}");
        }
        catch (JsonException exception)
        {
            Problem = new FileProblem($"{file} {place}: \"{Start(text)}\" is not JSON: {exception.Message}");
        }
        return null;
    }

    private Dictionary<string, string> FieldsOf(JsonElement element)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string column = map.FieldOf(property.Name);
            _columns.Add(column);
            fields[column] = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString() ?? "",
                JsonValueKind.Null => "",
                _ => property.Value.GetRawText(),
            };
        }
        return fields;
    }

    private static string Start(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
