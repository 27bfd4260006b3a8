using System.Globalization;
using ItsmAi.Hosting.Files.Tables;
using ItsmAi.Learning.Series;

namespace ItsmAi.Hosting.Files.Series;

/// <summary>
/// A monitoring series: a table whose columns <c>timestamp</c> and <c>value</c>, however their letters are cased, are
/// read and no other. Rows stay in the file's order, repeated and late ones among them.
/// </summary>
public sealed record SeriesFile(string Name, IReadOnlyList<SeriesRow> Rows)
{
    /// <summary>The samples in the file's order.</summary>
    public IEnumerable<Sample> Samples => Rows.Select(row => row.Sample);

    /// <summary>How many rows have no value.</summary>
    public int Missing => Rows.Count(row => row.Sample.IsMissing);

    /// <summary>Reads the series; the problem names the first unusable row and says how many there are.</summary>
    public static FileProblem? Read(string path, CancellationToken stop, out SeriesFile series)
    {
        series = new SeriesFile(Path.GetFileName(path), []);
        FileProblem? problem = Table.Read(path, ColumnMap.None, stop, out Table? table);
        if (problem is not null || table is null)
            return problem;
        problem = Column(table, "timestamp", out string time) ?? Column(table, "value", out string _);
        if (problem is not null)
            return problem;
        _ = Column(table, "value", out string value);
        return Read(table, time, value, out series);
    }

    private static FileProblem? Read(Table table, string time, string value, out SeriesFile series)
    {
        List<SeriesRow> rows = [];
        string? first = null;
        foreach (TableRow row in table.Rows)
        {
            string? fault = Read(row.Field(time), row.Field(value), out SeriesRow read);
            if (fault is null)
                rows.Add(read);
            else
                first ??= $"{table.Name} {row.Place}: {fault}";
        }
        series = new SeriesFile(table.Name, rows);
        int unusable = table.Rows.Count - rows.Count;
        return first is null ? null : new FileProblem($"{first} ({unusable} of {table.Rows.Count} rows are unusable)");
    }

    private static string? Read(string timestamp, string value, out SeriesRow row)
    {
        double number = double.NaN;
        bool isNumber = string.IsNullOrWhiteSpace(value)
            || (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
                && double.IsFinite(number));
        bool isTime = SeriesTime.TryRead(timestamp, out TimeSpan time);
        row = new SeriesRow(timestamp, value, new Sample(time, number));
        if (!isTime)
            return $"timestamp \"{timestamp}\" is not a time; accepted is {SeriesTime.Accepted}";
        return isNumber
            ? null
            : $"value \"{value}\" is not a finite number; accepted is a number such as 12.5 or -3e4, "
                + "or nothing where the sample is missing";
    }

    private static FileProblem? Column(Table table, string name, out string column)
    {
        string[] found = [.. table.Columns.Where(at => at.Equals(name, StringComparison.OrdinalIgnoreCase))];
        column = found.FirstOrDefault() ?? "";
        return found.Length switch
        {
            1 => null,
            0 => new FileProblem(
                $"{table.Name}: no column \"{name}\"; the header names {string.Join(", ", table.Columns)}; "
                + "a series has timestamp and value"),
            _ => new FileProblem($"{table.Name}: the columns {string.Join(", ", found)} are all \"{name}\"; keep one"),
        };
    }
}
