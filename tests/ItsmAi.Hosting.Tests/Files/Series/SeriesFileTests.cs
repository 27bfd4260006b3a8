using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Files.Series;

namespace ItsmAi.Hosting.Tests.Files.Series;

public sealed class SeriesFileTests : IDisposable
{
    private readonly Folder _folder = new();

    public static TheoryData<string, string> Refused => new()
    {
        {
            "timestamp,value\n2026-01-01,1\n2026-01-02,NaN\n2026-01-03,Infinity\n",
            "a.csv row 2 (line 3): value \"NaN\" is not a finite number; accepted is a number such as 12.5 or -3e4, "
            + "or nothing where the sample is missing (2 of 3 rows are unusable)"
        },
        {
            "timestamp,value\n03/04/2026 10:00,1\n",
            "a.csv row 1 (line 2): timestamp \"03/04/2026 10:00\" is not a time; accepted is ISO 8601 such as "
            + "2026-01-20T03:00:00Z; without a zone it is UTC (1 of 1 rows are unusable)"
        },
        {
            "timestamp,value\n2026-01-01,1,5\n",
            "a.csv row 1 (line 2): 3 fields (the first is \"2026-01-01\"); the header names 2"
        },
        {
            "time,value\n2026-01-01,1\n",
            "a.csv: no column \"timestamp\"; the header names time, value; a series has timestamp and value"
        },
        { "timestamp,value,Value\n2026-01-01,1,2\n", "a.csv: the columns value, Value are all \"value\"; keep one" },
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_keep_their_order_repeated_and_late_ones_too_and_other_columns_are_not_read()
    {
        string path = _folder.Write(
            "a.csv", "Label,\"TimeStamp\",VALUE\n1,2026-01-02 00:00:00,2.50\nx,2026-01-02T01:00:00+01:00,\n,2026-01-01,-3e1\n");
        Assert.Null(Read(path, out SeriesFile series));
        Assert.Equal(["2.50", "", "-3e1"], series.Rows.Select(row => row.Value));
        Assert.Equal([2.5, double.NaN, -30], series.Samples.Select(sample => sample.Value));
        Assert.Equal(series.Rows[0].Sample.Time, series.Rows[1].Sample.Time);
        Assert.Equal(TimeSpan.FromDays(-1), series.Rows[2].Sample.Time - series.Rows[0].Sample.Time);
        Assert.Equal(1, series.Missing);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_series_is_refused_in_words_that_help(string content, string says) =>
        Assert.Equal(says, Read(_folder.Write("a.csv", content), out _)?.Says);

    private static FileProblem? Read(string path, out SeriesFile series) =>
        SeriesFile.Read(path, TestContext.Current.CancellationToken, out series);
}
