using System.IO.Compression;
using System.Text;

namespace ItsmAi.Hosting.Files.Tables;

/// <summary>
/// A whole table, read from <c>.csv</c>, <c>.csv.gz</c>, <c>.jsonl</c> or <c>.jsonl.gz</c>, told apart by name.
/// </summary>
public sealed record Table(string Name, IReadOnlyList<TableRow> Rows, IReadOnlyCollection<string> Columns)
{
    /// <summary>Reads the table; the problem says what is wrong and then there is none.</summary>
    public static FileProblem? Read(string path, ColumnMap map, CancellationToken stop, out Table? table)
    {
        table = null;
        string file = Path.GetFileName(path);
        try
        {
            string format = FormatOf(path);
            if (format.Length == 0)
                return new FileProblem($"{file}: a table's name ends in .csv, .csv.gz, .jsonl or .jsonl.gz");
            using TextReader reader = Open(path);
            IRowSource source = format == ".csv" ? new CsvRows(reader, file, map) : new JsonRows(reader, file, map);
            List<TableRow> rows = [];
            while (source.Next() is { } row)
            {
                stop.ThrowIfCancellationRequested();
                rows.Add(row);
            }
            table = new Table(file, rows, source.Columns);
            return source.Problem;
        }
        catch (DecoderFallbackException)
        {
            return new FileProblem($"{file}: not UTF-8; save it as UTF-8 and try again");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
            or InvalidDataException)
        {
            return new FileProblem($"{file}: cannot be read: {exception.Message}");
        }
    }

    private static string FormatOf(string path)
    {
        string plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return plain.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ".csv"
            : plain.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? ".jsonl" : "";
    }

    private static StreamReader Open(string path)
    {
        Stream stream = File.OpenRead(path);
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            stream = new GZipStream(stream, CompressionMode.Decompress);
        return new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
    }
}
