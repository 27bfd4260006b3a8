using System.Text;
using ItsmAi.Connectors.Alertmanager;
using ItsmAi.Connectors.Webhooks;
using ItsmAi.Desk.Alerts;
using ItsmAi.Desk.Events;

namespace ItsmAi.Connectors.Tests.Alertmanager;

public sealed class AlertmanagerWebhookTests
{
    private const string Token = "a-token-of-20-letters";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly AlertmanagerOptions Options = new() { Connection = new ConnectionName("prometheus"), Tokens = ["another-token-of-20", Token] };

    [Fact]
    public void Each_alert_is_an_event_of_its_own_state_whatever_the_groups_state_is()
    {
        var events = Verified(Body(
            """{"status":"firing","fingerprint":"f1","startsAt":"2026-03-01T11:59:00.5Z","endsAt":"0001-01-01T00:00:00Z","labels":{"alertname":"Slow","severity":"warning","app":"mail","node":"n1"},"annotations":{"summary":"a\nb"},"generatorURL":"http://p:9090/graph"}""",
            """{"status":"resolved","fingerprint":"f2","startsAt":"2026-03-01T11:00:00Z","endsAt":"2026-03-01T11:58:00Z","labels":{"alertname":"Down","severity":"page"},"generatorURL":"javascript:alert(1)"}""")).Events;

        Assert.Equal([EventKind.AlertFired, EventKind.AlertResolved], events.Select(what => what.Kind));
        Assert.Equal(["prometheus:alerts", "prometheus:alerts"], events.Select(what => what.Subject.Key));
        Assert.Equal(2, events.Select(what => what.Id).Distinct().Count());
        var first = events[0].Alert!;
        Assert.Equal(("Slow", "mail", "n1", AlertSeverity.Warning, "a b"), (first.Name, first.Service, first.Host, first.Severity, first.Summary));
        Assert.Null(first.EndsAt);
        Assert.Equal("http://p:9090/graph", first.Link!.AbsoluteUri);
        Assert.Equal((AlertSeverity.Critical, null), (events[1].Alert!.Severity, events[1].Alert!.Link));
        Assert.Equal(Now.AddMinutes(-2), events[1].OccurredAt);
    }

    [Fact]
    public void Half_a_character_in_a_labels_name_is_refused_and_not_an_accident() => Assert.IsType<WebhookAnswer.Refused>(
        new AlertmanagerWebhook(Options).Read(
            new Dictionary<string, string> { ["Authorization"] = $"Bearer {Token}" },
            Encoding.UTF8.GetBytes(Body("""{"status":"firing","startsAt":"2026-03-01T11:59:00Z","labels":{"\ud800":"x"} }""")), Now));

    [Fact]
    public void The_same_alert_again_is_the_same_event_and_its_end_is_another()
    {
        const string Fires = """{"status":"firing","fingerprint":"f1","startsAt":"2026-03-01T11:59:00Z","labels":{"alertname":"Slow"}}""";
        var ends = Fires.Replace("firing", "resolved", StringComparison.Ordinal);

        Assert.Equal(Verified(Body(Fires)).Events[0].Id, Verified(Body(Fires)).Events[0].Id);
        Assert.NotEqual(Verified(Body(Fires)).Events[0].Id, Verified(Body(ends)).Events[0].Id);
    }

    [Theory]
    [InlineData("""{"status":"firing","startsAt":"2026-03-01T11:59:00Z"}""", "unnamed", "alerts[0].labels.alertname")]
    [InlineData("""{"status":"firing","startsAt":"2026-03-01T11:59:00Z","labels":{"alertname":"A","severity":"mauve"}}""", "A", "\"mauve\" is not known")]
    [InlineData("""{"status":"firing","startsAt":"2026-03-01T11:59:00Z","labels":{"alertname":"\ud800"}}""", "\\ud800", null)]
    [InlineData("""{"status":"firing","startsAt":"2036-03-01T11:59:00Z","labels":{"alertname":"Ahead"}}""", "Ahead", null)]
    [InlineData("""{"status":"resolved","startsAt":"2026-03-01T11:59:00Z","endsAt":"2026-02-01T00:00:00Z","labels":{"alertname":"Back"}}""", "Back", null)]
    public void What_is_odd_is_kept_and_named(string alert, string name, string? problem)
    {
        var told = Verified(Body(alert));

        Assert.Equal(name, Assert.Single(told.Events).Alert!.Name);
        if (problem is null) Assert.Empty(told.Problems);
        else Assert.Contains(problem, Assert.Single(told.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":"pending","startsAt":"2026-03-01T11:59:00Z"}""", "alerts[1].status: \"pending\"")]
    [InlineData("""{"status":"firing","startsAt":"yesterday"}""", "alerts[1].startsAt: \"yesterday\"")]
    [InlineData("""{"status":"firing","startsAt":"0001-01-01T00:00:00Z"}""", "alerts[1].startsAt")]
    [InlineData("7", "alerts[1]: an object")]
    public void What_cannot_be_taken_is_named_with_its_place_and_the_rest_goes_on(string wrong, string problem)
    {
        const string Right = """{"status":"firing","startsAt":"2026-03-01T11:59:00Z","labels":{"alertname":"A"}}""";
        var told = Verified(Body(Right, wrong));

        Assert.Single(told.Events);
        Assert.Contains(problem, Assert.Single(told.Problems), StringComparison.Ordinal);
        Assert.Equal(400, Assert.IsType<WebhookAnswer.Refused>(Read(Body(wrong))).Status);
    }

    [Fact]
    public void Of_ten_thousand_labels_some_are_kept_and_the_alert_is_still_the_same_when_it_ends()
    {
        var labels = string.Join(',', Enumerable.Range(0, 10_000).Select(number => $"\"l{number}\":\"{new string('v', 300)}\""));
        string Alert(string status) => $$$"""{"status":"{{{status}}}","startsAt":"2026-03-01T11:59:00Z","labels":{"alertname":"Many",{{{labels}}}}}""";

        var told = Verified(Body(Alert("firing")));

        var alert = told.Events[0].Alert!;
        Assert.Equal(64, alert.Labels.Count);
        Assert.All(alert.Labels.Values, value => Assert.True(value.Length <= 256));
        Assert.Contains("10001 labels", Assert.Single(told.Problems), StringComparison.Ordinal);
        Assert.Equal(alert.Fingerprint, Verified(Body(Alert("resolved"))).Events[0].Alert!.Fingerprint);
    }

    [Fact]
    public void Alerts_that_the_sender_cut_off_are_said_to_be_missing()
    {
        var body = """{"alerts":[],"truncatedAlerts":4}""";

        Assert.Contains("truncatedAlerts: 4", Assert.IsType<WebhookAnswer.Refused>(Read(body)).Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a-token-of-20-letterz")]
    [InlineData("Basic a-token-of-20-letters")]
    public void Without_a_token_that_fits_nothing_is_read(string? header)
    {
        var headers = new Dictionary<string, string>();
        if (header is not null) headers["Authorization"] = header;

        var answer = new AlertmanagerWebhook(Options).Read(headers, "{"u8.ToArray(), Now);

        Assert.Equal((401, "the token does not fit"), (((WebhookAnswer.Refused)answer).Status, ((WebhookAnswer.Refused)answer).Says));
    }

    [Fact]
    public void A_token_that_is_too_short_to_be_a_secret_is_refused_at_the_start() =>
        Assert.Contains("16 characters", Assert.Single((Options with { Tokens = ["short"] }).Check()), StringComparison.Ordinal);

    private static WebhookAnswer.Verified Verified(string body) => Assert.IsType<WebhookAnswer.Verified>(Read(body));

    private static WebhookAnswer Read(string body) => new AlertmanagerWebhook(Options).Read(
        new Dictionary<string, string> { ["authorization"] = $"Bearer {Token}" }, Encoding.UTF8.GetBytes(body), Now);

    private static string Body(params string[] alerts) => $$"""{"version":"4","status":"firing","alerts":[{{string.Join(',', alerts)}}]}""";
}
