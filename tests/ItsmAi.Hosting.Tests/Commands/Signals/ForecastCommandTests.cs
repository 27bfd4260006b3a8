using System.Globalization;
using System.Text;
using System.Text.Json;
using ItsmAi.Hosting.Commands;
using ItsmAi.Hosting.Tests.Files;

namespace ItsmAi.Hosting.Tests.Commands.Signals;

public sealed class ForecastCommandTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_disk_that_fills_up_is_a_finding_with_its_time()
    {
        // 2.4 a day from 80: after five days 92, and 80 hours to go.
        string path = Filling(days: 5);
        var answer = await Run(path, "--threshold", "100", "--direction", "above", "--horizon", "96h", "--json");
        Assert.Equal((Cli.Finding, ""), (answer.Code, answer.Error));
        var json = JsonDocument.Parse(answer.Output).RootElement;
        Assert.Equal(
            ["asOf", "threshold", "direction", "horizonHours", "verdict", "breachProbability", "timeToBreachHours", "reason"],
            json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2026-01-05T23:55:00Z", json.GetProperty("asOf").GetString());
        Assert.Equal("breachExpected", json.GetProperty("verdict").GetString());
        Assert.Equal(80, json.GetProperty("timeToBreachHours").GetProperty("median").GetDouble(), 2.0);
    }

    [Fact]
    public async Task What_lies_beyond_the_horizon_or_away_from_the_limit_is_none()
    {
        string path = Filling(days: 5);
        var far = await Run(path, "--threshold", "100", "--direction", "above", "--horizon", "1d", "--json");
        var away = await Run(path, "--threshold", "-5", "--direction", "below", "--horizon", "72h", "--json");
        Assert.All([far, away], answer =>
        {
            Assert.Equal((Cli.Ok, ""), (answer.Code, answer.Error));
            var json = JsonDocument.Parse(answer.Output).RootElement;
            Assert.Equal("noBreachExpected", json.GetProperty("verdict").GetString());
            Assert.Equal(JsonValueKind.Null, json.GetProperty("timeToBreachHours").ValueKind);
        });
    }

    [Fact]
    public async Task A_limit_on_the_wrong_side_is_breached_already()
    {
        var answer = await Run(Filling(days: 2), "--threshold", "50", "--direction", "above", "--horizon", "72h");
        Assert.Equal(Cli.Finding, answer.Code);
        Assert.Contains("alreadyBreached", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replayed_line_is_what_a_file_cut_there_gives()
    {
        string[] options = ["--threshold", "100", "--direction", "above", "--horizon", "72h", "--json"];
        string[] lines = (await Run(Filling(days: 6), [.. options, "--every", "6h"])).Output.Trim().Split('\n');
        Assert.Equal(20, lines.Length);
        foreach (string line in lines)
        {
            var replayed = JsonDocument.Parse(line).RootElement;
            var asOf = replayed.GetProperty("asOf").GetDateTimeOffset();
            var cut = await Run(Filling(days: 6, until: asOf), options);
            Assert.True(JsonElement.DeepEquals(replayed, JsonDocument.Parse(cut.Output).RootElement), line);
        }
    }

    [Fact]
    public async Task A_picture_shows_the_limit_and_the_expected_breach()
    {
        string svg = _folder.PathOf("forecast.svg");
        await Run(Filling(days: 5), "--threshold", "100", "--direction", "above", "--horizon", "96h", "--plot", svg);
        string drawn = await File.ReadAllTextAsync(svg, TestContext.Current.CancellationToken);
        Assert.StartsWith("<svg", drawn, StringComparison.Ordinal);
        Assert.Contains("stroke-dasharray", drawn, StringComparison.Ordinal);
        Assert.Contains("expected breach", drawn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lots", "above", "72h", "--threshold \"lots\"")]
    [InlineData("NaN", "above", "72h", "--threshold \"NaN\"")]
    [InlineData("9", "upwards", "72h", "--direction \"upwards\"")]
    [InlineData("9", "above", "72", "--horizon \"72\"")]
    [InlineData("9", "above", "0h", "--horizon \"0h\"")]
    [InlineData("9", "above", "h", "--horizon \"h\"")]
    public async Task A_bad_option_is_named(string threshold, string direction, string horizon, string said)
    {
        var answer = await Run(Filling(days: 1), "--threshold", threshold, "--direction", direction, "--horizon", horizon);
        Assert.Equal((Cli.WrongUsage, ""), (answer.Code, answer.Output));
        Assert.Contains(said, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_value_is_bad_input()
    {
        string path = _folder.Write("empty.csv", "timestamp,value\n2026-01-01T00:00:00Z,\n");
        var answer = await Run(path, "--threshold", "9", "--direction", "above", "--horizon", "72h");
        Assert.Equal(Cli.WrongUsage, answer.Code);
        Assert.Contains("empty.csv: no row has a value", answer.Error, StringComparison.Ordinal);
    }

    private string Filling(int days, DateTimeOffset? until = null)
    {
        var rows = new StringBuilder("timestamp,value\n");
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (int row = 0; row < days * 288; row++)
        {
            var time = start.AddMinutes(5 * row);
            if (time > until) break;
            rows.Append(CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd'T'HH:mm:ss'Z'},{80 + (row / 120.0)}\n");
        }

        return _folder.Write("disk.csv", rows.ToString());
    }

    private static async Task<(int Code, string Output, string Error)> Run(string path, params string[] options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int code = await Cli.Run(
            ["forecast", "--series", path, .. options], output, error, TimeProvider.System, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
