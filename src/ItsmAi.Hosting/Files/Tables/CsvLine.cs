using System.Buffers;

namespace ItsmAi.Hosting.Files.Tables;

/// <summary>Writes a record as RFC 4180 asks: quotes only around fields that need them; ends with LF.</summary>
public static class CsvLine
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>One record.</summary>
    public static void Write(TextWriter writer, params ReadOnlySpan<string> fields)
    {
        for (int at = 0; at < fields.Length; at++)
        {
            if (at > 0)
                writer.Write(',');
            bool quoted = fields[at].AsSpan().ContainsAny(NeedQuotes);
            writer.Write(quoted ? $"\"{fields[at].Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : fields[at]);
        }
        writer.Write('\n');
    }
}
