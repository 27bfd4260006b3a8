using System.Text;
using ItsmAi.Connectors.Signals;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Signals;

namespace ItsmAi.Connectors.Tests.Signals;

public sealed class SignalLinesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly WatchedSeries.Measured Disk = new(null, "percent", 95, IsBelow: false)
    {
        Name = "disk", Owner = new Person("olga"), Item = "srv-1", Condition = "disk-full", History = TimeSpan.FromDays(9),
    };

    [Fact]
    public void Every_line_is_taken_by_itself_and_a_wrong_one_is_named_with_its_number()
    {
        var (points, faults) = Read("""
            {"series":"disk","at":"2026-03-01T11:55:00Z","value":41.5,"unit":"percent"}

            {"series":"disk","at":"2026-03-01T11:56:00+01:00","value":-3e2}
            nonsense
            {"series":"disk","at":"2026-03-01T11:57:00Z","value":42}
            """.ReplaceLineEndings("\r\n"));

        Assert.Equal([(1, 41.5), (3, -300), (5, 42)], points.Select(one => (one.Line, one.Point.Value)));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 10, 56, 0, TimeSpan.Zero), points[1].Point.At);
        Assert.StartsWith("line 4: not JSON at byte", Assert.Single(faults).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"at":"2026-03-01T11:55:00Z","value":1}""", "series: it is missing")]
    [InlineData("""{"series":"moon","at":"2026-03-01T11:55:00Z","value":1}""", "series: \"moon\" is not accepted")]
    [InlineData("""{"series":"disk","value":1}""", "at: it is missing")]
    [InlineData("""{"series":"disk","at":"soon","value":1}""", "at: \"soon\" is not accepted; use a time such as")]
    [InlineData("""{"series":"disk","at":"2026-03-01T12:05:01Z","value":1}""", "not ahead of 2026-03-01T12:00:00Z")]
    [InlineData("""{"series":"disk","at":"2026-02-20T11:59:00Z","value":1}""", "within the history of disk, which is 9.00:00:00")]
    [InlineData("""{"series":"disk","at":"2026-03-01T11:55:00Z"}""", "value: it is missing")]
    [InlineData("""{"series":"disk","at":"2026-03-01T11:55:00Z","value":null}""", "value: it is missing")]
    [InlineData("""{"series":"disk","at":"2026-03-01T11:55:00Z","value":"NaN"}""", "value: \"NaN\" is not accepted; use a finite number")]
    [InlineData("""{"series":"disk","at":"2026-03-01T11:55:00Z","value":1e999}""", "value: \"1e999\" is not accepted; use a finite number")]
    [InlineData("""{"series":"disk","at":"2026-03-01T11:55:00Z","value":NaN}""", "not JSON at byte")]
    [InlineData("""{"series":"disk","at":"2026-03-01T11:55:00Z","value":1,"unit":"bytes"}""", "unit: \"bytes\" is not accepted; use percent")]
    [InlineData("""[1,2]""", "one JSON object is expected")]
    [InlineData("""{"series":"disk","at":"2026-03-01T11:55:00Z","value":1} {"series":"disk"}""", "one JSON object is expected")]
    [InlineData("""{"series":"\ud800","at":"2026-03-01T11:55:00Z","value":1}""", "series")]
    [InlineData("""{"\ud800":"disk"}""", "")]
    public void What_is_wrong_is_named_with_what_would_be_accepted(string line, string says)
    {
        var (points, faults) = Read(line);

        Assert.Empty(points);
        Assert.Contains(says, Assert.Single(faults).Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_unit_says_whose_series_it_is() => Assert.Same(
        Disk, Assert.Single(Read("""{"series":"disk","at":"2026-03-01T11:55:00Z","value":1,"unit":"bytes"}""").Faults).OtherUnit);

    private static (IReadOnlyList<PushedPoint> Points, IReadOnlyList<SignalFault> Faults) Read(string body) =>
        SignalLines.Read(Encoding.UTF8.GetBytes(body), new Dictionary<string, WatchedSeries.Measured> { ["disk"] = Disk }, Now);
}
