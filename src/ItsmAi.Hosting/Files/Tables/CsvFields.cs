using System.Text;

namespace ItsmAi.Hosting.Files.Tables;

/// <summary>
/// Splits CSV after RFC 4180: quoted fields may hold commas, doubled quotes and line breaks; LF or CRLF.
/// </summary>
internal sealed class CsvFields(TextReader reader)
{
    private readonly StringBuilder _field = new();
    private int _line = 1;

    /// <summary>The line on which the last record began.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>What is wrong with the last record, or nothing.</summary>
    public string? Fault { get; private set; }

    /// <summary>The fields of the next record; nothing at the end or at a fault. Blank lines are passed over.</summary>
    public List<string>? Next()
    {
        while (reader.Peek() is '\r' or '\n')
            Break();
        Line = _line;
        if (reader.Peek() < 0)
            return null;
        List<string> fields = [];
        do
            fields.Add(reader.Peek() == '"' ? Quoted() : Plain());
        while (Fault is null && Take(','));
        Break();
        return Fault is null ? fields : null;
    }

    private string Plain()
    {
        while (reader.Peek() is >= 0 and not (',' or '\n' or '\r'))
            _field.Append((char)reader.Read());
        return Field();
    }

    private string Quoted()
    {
        _ = reader.Read();
        while (true)
        {
            int next = reader.Read();
            if (next < 0)
            {
                Fault = "a quoted field is never closed";
                return Field();
            }
            if (next == '"' && !Take('"'))
                break;
            _line += next == '\n' ? 1 : 0;
            _field.Append((char)next);
        }
        if (reader.Peek() is >= 0 and not (',' or '\n' or '\r'))
            Fault = $"\"{(char)reader.Peek()}\" follows a closing quote; a quote inside a field is written twice";
        return Field();
    }

    private string Field()
    {
        string field = _field.ToString();
        _field.Clear();
        return field;
    }

    private bool Take(char expected)
    {
        if (reader.Peek() != expected)
            return false;
        _ = reader.Read();
        return true;
    }

    private void Break()
    {
        bool carriageReturn = Take('\r');
        _line += Take('\n') || carriageReturn ? 1 : 0;
    }
}
