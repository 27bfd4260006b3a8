using ItsmAi.Desk.Alerts;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Desk.Tests.Events;

public sealed class EventJsonTests
{
    private const string Whole =
        """
        {"id":{"value":"rt-main/txn-1"},"kind":"TicketCreated","subject":{"connection":{"value":"rt-main"},"number":"61"},
        "occurredAt":"2026-03-01T12:00:00Z","receivedAt":"2026-03-01T12:00:00Z"}
        """;

    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public void An_event_comes_back_as_it_went()
    {
        var what = EventJson.Read(Whole)! with
        {
            Actor = new Person("kim"),
            Sequence = 7,
            Changes = [new FieldChange("team", "Service Desk", null)],
        };

        var back = EventJson.Read(EventJson.Write(what))!;

        Assert.Equal(what with { Changes = [] }, back with { Changes = [] });
        Assert.Equal(what.Changes, back.Changes);
        Assert.Equal("rt-main:61", back.Subject.Key);
    }

    [Fact]
    public void An_alert_comes_back_as_it_went_and_one_without_labels_has_none()
    {
        var alert = new Alert
        {
            Fingerprint = "f1", Name = "DiskWillFill", Status = AlertStatus.Firing, StartsAt = DateTimeOffset.UnixEpoch, Service = "mail",
        };
        var what = EventJson.Read(Whole)! with { Kind = EventKind.AlertFired, Alert = alert };

        var text = EventJson.Write(what);

        Assert.Equal(alert with { Labels = None }, EventJson.Read(text)!.Alert! with { Labels = None });
        Assert.Empty(EventJson.Read(text.Replace("\"labels\":{}", "\"link\":null", StringComparison.Ordinal))!.Alert!.Labels);
        Assert.Null(EventJson.Read(text.Replace("AlertFired", "TicketCreated", StringComparison.Ordinal)));
        Assert.Null(EventJson.Read(Whole.Replace("TicketCreated", "AlertResolved", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("not json")]
    public void What_is_no_event_is_null(string text) => Assert.Null(EventJson.Read(text));

    [Theory]
    [InlineData("\"rt-main/txn-1\"", "null")]
    [InlineData("\"rt-main/txn-1\"", "\"\"")]
    [InlineData("{\"value\":\"rt-main/txn-1\"}", "{}")]
    [InlineData("{\"value\":\"rt-main\"}", "{}")]
    [InlineData("\"rt-main\"", "\"RT Main\"")]
    [InlineData("\"61\"", "\"\"")]
    [InlineData("\"61\"", "null")]
    [InlineData("\"TicketCreated\"", "99")]
    [InlineData("\"TicketCreated\"", "\"TicketExploded\"")]
    [InlineData("2026-03-01T12:00:00Z", "yesterday")]
    [InlineData("\"kind\"", "\"kind\":\"TicketCreated\",\"changes\":[null],\"x\"")]
    public void A_part_that_is_missing_or_odd_makes_it_none(string right, string wrong) =>
        Assert.Null(EventJson.Read(Whole.Replace(right, wrong, StringComparison.Ordinal)));

    [Theory]
    [InlineData("rt-main", true)]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData("1rt", false)]
    [InlineData("rt main", false)]
    [InlineData("rt:main", false)]
    public void A_connection_has_a_name_that_fits_everywhere(string name, bool fits)
    {
        Assert.Equal(fits, ConnectionName.IsName(name));
        if (!fits) Assert.Throws<ArgumentException>(() => new ConnectionName(name));
    }

    [Fact]
    public void A_ticket_has_a_number() =>
        Assert.Throws<ArgumentException>(() => new TicketId(new ConnectionName("rt-main"), " "));
}
