using ItsmAi.Connectors.Signals;
using ItsmAi.Desk.Signals;

namespace ItsmAi.Connectors.Tests.Signals;

public sealed class SeriesFileTests
{
    private const string Good = """
        items:
          - { id: srv-9, class: server, services: [mail], parents: [rack-1], criticality: high }
        series:
          - { name: disk-srv-9, query: 'disk_used_percent{host="srv-9"}', unit: percent, direction: rises, threshold: 95,
              owner: olga, item: srv-9, condition: disk-full, step: 10m, history: 9d }
          - { name: cert-mail, ends: 2027-03-01T12:00:00Z, owner: olga, item: srv-9, condition: certificate-expired }
        """;

    [Fact]
    public void A_registry_says_what_is_measured_and_what_has_a_date()
    {
        var (document, faults) = SeriesFile.Read(Good);
        Assert.Empty(faults);
        var disk = Assert.IsType<WatchedSeries.Measured>(document.Series[0]);
        Assert.Equal((95, false, "percent", TimeSpan.FromMinutes(10), TimeSpan.FromDays(9)), (disk.Threshold, disk.IsBelow, disk.Unit, disk.Step, disk.History));
        Assert.Equal(("olga", "srv-9", "disk-full"), (disk.Owner.Account, disk.Item, disk.Condition));
        var certificate = Assert.IsType<WatchedSeries.Dated>(document.Series[1]);
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero), certificate.Ends);
        Assert.Equal(["rack-1"], Assert.Single(document.Items).Parents);
    }

    [Theory]
    [InlineData("direction: rises", "direction: up", "direction", "up")]
    [InlineData("threshold: 95", "threshold: NaN", "threshold", "NaN")]
    [InlineData("threshold: 95", "threshold: much", "threshold", "much")]
    [InlineData("item: srv-9, condition: disk", "item: srv-8, condition: disk", "item", "srv-8")]
    [InlineData("owner: olga, item: srv-9, condition: disk", "item: srv-9, condition: disk", "owner", "")]
    [InlineData("unit: percent,", "", "unit", "")]
    [InlineData("step: 10m", "step: 1s", "step", "1s")]
    [InlineData("step: 10m", "step: 10d", "step", "10d")]
    [InlineData("history: 9d", "history: 1h", "history", "1h")]
    [InlineData("name: disk-srv-9", "name: Disk 9", "name", "Disk 9")]
    [InlineData("name: disk-srv-9", "name: cert-mail", "name", "cert-mail")]
    [InlineData("unit: percent", "unit: percent, colour: red", "colour", "")]
    public void A_series_that_stands_wrong_is_named_and_left_out_and_the_rest_goes_on(string good, string bad, string field, string value)
    {
        var (document, faults) = SeriesFile.Read(Good.Replace(good, bad, StringComparison.Ordinal));
        var fault = Assert.Single(faults);
        Assert.Contains(field, fault.Message, StringComparison.Ordinal);
        Assert.Contains(value, fault.Message, StringComparison.Ordinal);
        Assert.True(fault.Line >= 4, fault.Message);
        Assert.Single(document.Series);
    }

    [Fact]
    public void An_item_is_known_once_however_its_id_is_written()
    {
        var twice = Good.Replace("series:", "  - { id: SRV-9, class: storage }\nseries:", StringComparison.Ordinal);
        var (document, faults) = SeriesFile.Read(twice);
        Assert.Contains("SRV-9", Assert.Single(faults).Message, StringComparison.Ordinal);
        Assert.Equal("server", Assert.Single(document.Items).Class);
        Assert.Equal(2, document.Series.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a list")]
    [InlineData("series: {")]
    public void What_is_no_registry_is_one_fault(string text)
    {
        var (document, faults) = SeriesFile.Read(text);
        Assert.Single(faults);
        Assert.Empty(document.Series);
    }
}
