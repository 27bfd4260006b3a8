using System.Security.Cryptography;
using System.Text;
using ItsmAi.Connectors.RequestTracker;
using ItsmAi.Connectors.Webhooks;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;

namespace ItsmAi.Connectors.Tests.RequestTracker;

public sealed class RequestTrackerWebhookTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_batch_is_one_event_for_each_change_that_matters()
    {
        var events = Events("""
            {"type":"rt.ticket.moved","time":"2026-03-02T07:59:58Z","unheardOf":[1],
             "data":{"ticket":{"id":61},
              "transaction":{"id":432,"actor":{"name":"ana"}},
              "transactions":[
               {"id":432,"type":"Set","field":"Priority","old":"40","new":"70"},
               {"id":433,"type":"Set","field":"Queue","old":"3","new":"4","oldName":"Service Desk","newName":"Network"},
               {"id":434,"type":"CustomField","field":"4","fieldName":"AI Category","old":null,"new":"vpn"},
               {"id":435,"type":"SetWatcher","field":"Owner","old":"6","new":"33"},
               {"id":436,"type":"Set","field":"Owner","old":"6","new":"33","oldName":"Nobody","newName":"bo",
                "actor":{"name":"bo"},"time":"2026-03-02T07:59:59Z"}]}}
            """);

        Assert.Equal(["rt-main/txn-432", "rt-main/txn-433", "rt-main/txn-434", "rt-main/txn-436"],
            events.Select(told => told.Id.Value));
        Assert.Equal(
            [
                new FieldChange("priority", "40", "70"), new FieldChange("team", "Service Desk", "Network"),
                new FieldChange("category", null, "vpn"), new FieldChange("assignee", null, "bo"),
            ],
            events.SelectMany(told => told.Changes));
        Assert.All(events, told => Assert.Equal(EventKind.TicketUpdated, told.Kind));
        Assert.All(events, told => Assert.Equal("rt-main:61", told.Subject.Key));
        Assert.Equal(["ana", "ana", "ana", "bo"], events.Select(told => told.Actor!.Value.Account));
        Assert.Equal(Now.AddSeconds(-1), events[3].OccurredAt);
        Assert.Equal(Now.AddSeconds(-2), events[0].OccurredAt);
        Assert.Equal(Now, events[0].ReceivedAt);
    }

    [Fact]
    public void An_id_without_its_name_is_shown_as_an_id()
    {
        var told = Assert.Single(Events("""
            {"data":{"ticket":{"id":61},"transactions":[{"id":433,"type":"Set","field":"Queue","old":"3","new":"4"}]}}
            """));

        Assert.Equal(new FieldChange("team", "#3", "#4"), told.Changes[0]);
    }

    [Theory]
    [InlineData("new", "resolved", EventKind.TicketResolved)]
    [InlineData("resolved", "open", EventKind.TicketReopened)]
    [InlineData("rejected", "open", EventKind.TicketReopened)]
    [InlineData("new", "open", EventKind.TicketUpdated)]
    [InlineData("open", "stalled", EventKind.TicketUpdated)]
    [InlineData("open", "rejected", EventKind.TicketUpdated)]
    [InlineData("open", "deleted", EventKind.TicketDeleted)]
    [InlineData("open", "waiting for parts", EventKind.TicketUpdated)]
    public void A_change_of_status_is_what_it_means(string old, string now, EventKind expected) =>
        Assert.Equal(expected, Assert.Single(Events(
            $$"""
            {"data":{"ticket":{"id":61},
             "transactions":[{"id":5,"type":"Status","old":"{{old}}","new":"{{now}}"} ] } }
            """)).Kind);

    [Theory]
    [InlineData("EmailRecord")]
    [InlineData("AddLink")]
    [InlineData("")]
    public void What_is_no_news_is_no_event(string type) => Assert.Empty(Events(
        $$"""{"data":{"ticket":{"id":61},"transactions":[{"id":5,"type":"{{type}}"} ] } }"""));

    [Theory]
    [InlineData("ana\\u0000\\u202e\\ud83d\\ude00", "ana\0\u202E\U0001F600")]
    [InlineData("ana\\ud800", "ana\\ud800")]
    public void Whatever_characters_come_are_survived(string written, string expected) =>
        Assert.Equal(new Person(expected), Assert.Single(Events(
            $$"""
            {"data":{"ticket":{"id":1},
             "transactions":[{"id":5,"type":"Comment","actor":{"name":"{{written}}"} } ] } }
            """)).Actor);

    [Fact]
    public void Bytes_that_are_not_text_are_survived()
    {
        byte[] body =
        [
            .. """{"data":{"ticket":{"id":1},"transactions":[{"id":5,"type":"Comment","actor":{"name":"a"""u8,
            0xFF, 0xFE, .. "\"}}]}}"u8,
        ];

        var told = Assert.IsType<WebhookAnswer.Verified>(Read(body, Signature(body, Now))).Events;

        Assert.Equal(new Person("a\uFFFD\uFFFD"), Assert.Single(told).Actor);
    }

    [Fact]
    public void Every_cause_of_a_bad_signature_has_one_answer()
    {
        var body = Encoding.UTF8.GetBytes("{}");
        var good = Signature(body, Now);
        var answers = new[]
        {
            Read(body, null),
            Read(body, ""),
            Read(body, "v1=00"),
            Read(body, good[..^1] + (good[^1] == '0' ? '1' : '0')),
            Read(body, Signature(body, Now.AddSeconds(-301))),
            Read(body, Signature(body, Now.AddSeconds(301))),
            Read(body, Signature(body, Now, "another-secret")),
            Read([.. body, (byte)'\n'], good),
        };

        var refused = Assert.IsType<WebhookAnswer.Refused>(Assert.Single(answers.Distinct()));
        Assert.Equal(401, refused.Status);
    }

    [Theory]
    [InlineData("", "not JSON at line 1, byte 1")]
    [InlineData("{\n \"data\": nope}", "not JSON at line 2, byte 11")]
    [InlineData("[]", "data.ticket.id: it is missing; a ticket's number is expected")]
    [InlineData("""{"data":"x"}""", "data.ticket.id: it is missing; a ticket's number is expected")]
    [InlineData("""{"data":{"ticket":{"id":-1}}}""",
        "data.ticket.id: it is missing; a ticket's number is expected")]
    [InlineData("""{"data":{"ticket":{"id":1}}}""", "data.transactions: it is missing or empty")]
    [InlineData("""{"data":{"ticket":{"id":1},"transactions":[7]}}""",
        "data.transactions: one has no id; a number above 0 is expected")]
    public void A_signed_body_that_cannot_be_read_is_refused_with_the_place(string text, string says)
    {
        var body = Encoding.UTF8.GetBytes(text);

        Assert.Equal(new WebhookAnswer.Refused(400, says), Read(body, Signature(body, Now)));
    }

    [Fact]
    public void A_body_nested_without_end_is_refused()
    {
        var body = Encoding.UTF8.GetBytes(new string('[', 500_000));

        Assert.Equal(400, Assert.IsType<WebhookAnswer.Refused>(Read(body, Signature(body, Now))).Status);
    }

    private static IReadOnlyList<Event> Events(string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        return Assert.IsType<WebhookAnswer.Verified>(Read(body, Signature(body, Now))).Events;
    }

    private static WebhookAnswer Read(byte[] body, string? signature)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (signature is not null) headers["x-itsm-signature"] = signature;
        return new RequestTrackerWebhook(Some.Options).Read(headers, body, Now);
    }

    private static string Signature(byte[] body, DateTimeOffset at, string secret = "a-long-secret")
    {
        var time = at.ToUnixTimeSeconds();
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}."), .. body];
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
