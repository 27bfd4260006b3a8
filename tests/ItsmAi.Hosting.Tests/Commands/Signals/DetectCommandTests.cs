using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ItsmAi.Hosting.Commands;
using ItsmAi.Hosting.Tests.Files;

namespace ItsmAi.Hosting.Tests.Commands.Signals;

public sealed class DetectCommandTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_spike_is_a_finding_with_its_time_and_every_row_keeps_its_fields()
    {
        string given = Csv(spike: 900);
        string path = _folder.Write("a.csv", given), into = _folder.PathOf("s.csv"), picture = _folder.PathOf("p.svg");
        (int code, string output, string error) = await Detect("--series", path, "--out", into, "--plot", picture, "--json");
        Assert.Equal((1, ""), (code, error));
        using var report = JsonDocument.Parse(output);
        Assert.Contains(
            report.RootElement.GetProperty("anomalies").EnumerateArray(),
            anomaly => anomaly.GetProperty("at").GetString() == "2026-01-10T09:00:00Z");
        string[] lines = await File.ReadAllLinesAsync(into, TestContext.Current.CancellationToken);
        Assert.Equal("timestamp,value,anomaly_score", lines[0]);
        Assert.Equal(
            given.Trim().Split('\n').Skip(1).Select(row => row[..row.LastIndexOf(',')]),
            lines.Skip(1).Select(line => line[..line.LastIndexOf(',')]));
        XElement svg = XDocument.Parse(await File.ReadAllTextAsync(picture, TestContext.Current.CancellationToken)).Root!;
        Assert.Contains(svg.Elements(), element => element.Name.LocalName == "circle");
        Assert.Contains(svg.Elements(), element => element.Value == "time (UTC)");
    }

    [Fact]
    public async Task A_series_without_anything_odd_is_no_finding()
    {
        string path = _folder.Write("a.csv", Csv(spike: -1));
        Assert.Equal(0, (await Detect("--series", path, "--out", _folder.PathOf("s.csv"), "--threshold", "0.6")).Code);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.5")]
    [InlineData("NaN")]
    public async Task A_threshold_outside_the_scores_is_refused(string threshold)
    {
        string path = _folder.Write("a.csv", Csv(spike: -1));
        Assert.Equal(2, (await Detect("--series", path, "--out", _folder.PathOf("s.csv"), "--threshold", threshold)).Code);
    }

    [Fact]
    public async Task A_file_that_is_no_series_is_refused_and_nothing_is_written()
    {
        string into = _folder.PathOf("s.csv");
        (int code, _, string error) = await Detect("--series", _folder.Write("a.csv", "a,b\n1,2\n"), "--out", into);
        Assert.Equal(2, code);
        Assert.Contains("no column \"timestamp\"", error, StringComparison.Ordinal);
        Assert.False(File.Exists(into));
    }

    // Fifteen-minute rows with a course of the day; the third column is never read.
    private static string Csv(int spike)
    {
        var random = new Random(1);
        var csv = new StringBuilder("timestamp,value,note\n");
        for (int row = 0; row < 1_000; row++)
        {
            DateTimeOffset at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(15 * row);
            double value = (10 * Math.Sin(row / 96.0 * 2 * Math.PI)) + random.NextDouble() + (row == spike ? 50 : 0);
            string written = row % 50 == 7 ? "" : value.ToString("F3", CultureInfo.InvariantCulture);
            csv.Append(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd HH:mm:ss},{written},x\n");
        }
        return csv.ToString();
    }

    private static async Task<(int Code, string Output, string Error)> Detect(params string[] args)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await using var error = new StringWriter(CultureInfo.InvariantCulture);
        int code = await Cli.Run(["detect", .. args], output, error, TimeProvider.System, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
