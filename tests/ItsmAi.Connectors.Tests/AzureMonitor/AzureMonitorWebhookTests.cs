using System.Text;
using ItsmAi.Connectors.AzureMonitor;
using ItsmAi.Connectors.Webhooks;
using ItsmAi.Desk.Alerts;
using ItsmAi.Desk.Events;

namespace ItsmAi.Connectors.Tests.AzureMonitor;

public sealed class AzureMonitorWebhookTests
{
    private const string Token = "0123456789abcdef-azure";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly AzureMonitorWebhook _webhook = new(new AzureMonitorOptions { Connection = new ConnectionName("azure"), Tokens = [Token] });

    [Theory]
    [InlineData("Metric", "Platform", """{"conditionType":"SingleResourceMultipleMetricCriteria","condition":{"allOf":[{"metricName":"CPU","metricValue":97.5,"dimensions":[{"name":"host","value":"db-1"}]}]}}""", "db-1")]
    [InlineData("Metric", "Platform", """{"conditionType":"DynamicThresholdCriteria","condition":{"allOf":[{"alertSensitivity":"Low","dimensions":[]}]}}""", "vm-7")]
    [InlineData("Metric", "Platform", """{"conditionType":"WebtestLocationAvailabilityCriteria","condition":{"allOf":[{"webTestName":"front","dimensions":[]}]}}""", "vm-7")]
    [InlineData("Log", "Log Alerts V2", """{"conditionType":"LogQueryCriteria","condition":{"allOf":[{"dimensions":[{"name":"Computer","value":"srv-3"}]}]}}""", "srv-3")]
    [InlineData("Log", "Log Analytics", """{"SearchQuery":"Heartbeat","ResultCount":3,"Dimensions":null}""", "vm-7")]
    [InlineData("Activity Log", "Activity Log - Administrative", """{"authorization":{"action":"restart"},"claims":"{}","level":"Informational"}""", "vm-7")]
    [InlineData("Activity Log", "Activity Log - Policy", """{"properties":{"policies":"[]"}}""", "vm-7")]
    [InlineData("Activity Log", "Activity Log - Autoscale", """{"properties":{"oldInstancesCount":"3"}}""", "vm-7")]
    [InlineData("Activity Log", "Activity Log - Security", """{"properties":{"threatStatus":"Quarantined"}}""", "vm-7")]
    [InlineData("Activity Log", "Resource Health", """{"properties":{"currentHealthStatus":"Unavailable"}}""", "vm-7")]
    [InlineData("Activity Log", "ServiceHealth", """{"properties":{"incidentType":"Incident"}}""", "vm-7")]
    [InlineData("Log", "SmartDetector", """{"DetectionSummary":"failures rose"}""", "vm-7")]
    [InlineData("Metric", "Prometheus", """{"labels":{"instance":"node-2","alertname":"Down"},"expression":"up == 0"}""", "node-2")]
    [InlineData("Metric", "CostAlerts", """{"AlertCategory":"Budgets","AlertData":{"Scope":"x"}}""", "vm-7")]
    public void Every_kind_of_rule_becomes_one_alert_with_its_item(string signal, string service, string context, string host)
    {
        var told = Assert.IsType<WebhookAnswer.Verified>(Read(Body("Fired", signal: signal, service: service, context: context)));
        Assert.Empty(told.Problems);
        var what = Assert.Single(told.Events);
        Assert.Equal((EventKind.AlertFired, "rule-1", host), (what.Kind, what.Alert!.Name, what.Alert.Host));
        Assert.Equal((AlertSeverity.Warning, Now.AddMinutes(-5)), (what.Alert.Severity, what.Alert.StartsAt));
    }

    [Fact]
    public void Firing_and_resolution_are_one_episode_and_the_next_firing_is_another_of_the_same_thing()
    {
        var fired = Alert(Body("Fired", alertId: "one"));
        var resolved = Alert(Body("Resolved", alertId: "one"));
        var again = Alert(Body("Fired", alertId: "two", fired: "2026-03-01T13:00:00Z"));

        Assert.Equal(fired.Episode, resolved.Episode);
        Assert.Equal((AlertStatus.Resolved, Now), (resolved.Status, resolved.EndsAt));
        Assert.Equal(fired.Fingerprint, again.Fingerprint);
        Assert.NotEqual(fired.Episode, again.Episode);
    }

    [Fact]
    public void What_differs_in_target_or_dimension_is_another_alert()
    {
        var one = Alert(Body("Fired"));
        Assert.NotEqual(one.Fingerprint, Alert(Body("Fired", target: "/subscriptions/s/virtualmachines/vm-8")).Fingerprint);
        Assert.NotEqual(one.Fingerprint, Alert(Body("Fired", context: """{"condition":{"allOf":[{"dimensions":[{"name":"disk","value":"C"}]}]}}""")).Fingerprint);
        Assert.Equal(one.Fingerprint, Alert(Body("Fired", target: "/SUBSCRIPTIONS/S/virtualMachines/VM-7")).Fingerprint);
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("[]", "schemaId")]
    [InlineData("""{"schemaId":"other","data":{}}""", "schemaId: \"other\"")]
    [InlineData("""{"schemaId":"azureMonitorCommonAlertSchema"}""", "data.essentials")]
    [InlineData("""{"schemaId":"azureMonitorCommonAlertSchema","data":{"essentials":7}}""", "data.essentials")]
    [InlineData("""{"schemaId":"azureMonitorCommonAlertSchema","data":{"essentials":{"monitorCondition":"Maybe"}}}""", "monitorCondition: \"Maybe\"")]
    [InlineData("""{"schemaId":"azureMonitorCommonAlertSchema","data":{"essentials":{"monitorCondition":"Fired","firedDateTime":"soon"}}}""", "firedDateTime: \"soon\"")]
    [InlineData("""{"schemaId":"azureMonitorCommonAlertSchema","data":{"essentials":{"monitorCondition":"Fired","firedDateTime":"2026-03-01T12:00:00Z"}}}""", "alertRule")]
    public void What_cannot_be_used_is_named_with_its_place(string body, string says)
    {
        var refused = Assert.IsType<WebhookAnswer.Refused>(Read(body));
        Assert.Equal(400, refused.Status);
        Assert.Contains(says, refused.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_severity_or_ten_thousand_targets_are_said_and_the_alert_is_kept()
    {
        var odd = Assert.IsType<WebhookAnswer.Verified>(Read(Body("Fired", severity: "Sev9")));
        Assert.Contains("severity: \"Sev9\"", Assert.Single(odd.Problems), StringComparison.Ordinal);
        Assert.Equal(AlertSeverity.Unknown, odd.Events[0].Alert!.Severity);

        var many = string.Join("\",\"", Enumerable.Range(0, 10_000).Select(at => $"/vm-{at}"));
        var wide = Assert.IsType<WebhookAnswer.Verified>(Read(Body("Fired", target: many)));
        Assert.Contains("10000 targets", Assert.Single(wide.Problems), StringComparison.Ordinal);
        Assert.Single(wide.Events);
    }

    [Fact]
    public void Half_a_character_in_a_name_is_refused_and_not_an_accident() => Assert.IsType<WebhookAnswer.Refused>(Read(
        Body("Fired", context: """{"labels":{"\ud800":"x"} }""")));

    [Fact]
    public void Without_the_token_nothing_is_read()
    {
        var answer = _webhook.Read(new Dictionary<string, string> { ["Authorization"] = "Bearer wrong" }, Encoding.UTF8.GetBytes(Body("Fired")), Now);
        Assert.Equal(401, Assert.IsType<WebhookAnswer.Refused>(answer).Status);
    }

    private Alert Alert(string body) => Assert.IsType<WebhookAnswer.Verified>(Read(body)).Events[0].Alert!;

    private WebhookAnswer Read(string body) =>
        _webhook.Read(new Dictionary<string, string> { ["Authorization"] = $"Bearer {Token}" }, Encoding.UTF8.GetBytes(body), Now);

    private static string Body(
        string condition, string alertId = "one", string signal = "Metric", string service = "Platform", string severity = "Sev2",
        string target = "/subscriptions/s/virtualmachines/vm-7", string fired = "2026-03-01T11:55:00Z", string context = "{}") =>
        $$"""
        {"schemaId":"azureMonitorCommonAlertSchema","data":{"essentials":{
          "alertId":"{{alertId}}","alertRule":"rule-1","severity":"{{severity}}","signalType":"{{signal}}","monitorCondition":"{{condition}}",
          "monitoringService":"{{service}}","alertTargetIDs":["{{target}}"],"firedDateTime":"{{fired}}",
          "resolvedDateTime":"2026-03-01T12:00:00Z","description":"it is slow"},
         "alertContext":{{context}},"customProperties":null} }
        """;
}
