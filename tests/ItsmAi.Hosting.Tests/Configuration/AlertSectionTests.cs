using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.People;
using ItsmAi.Hosting.Configuration;

namespace ItsmAi.Hosting.Tests.Configuration;

public sealed class AlertSectionTests : IDisposable
{
    private const string Whole =
        """
        policy: policy.yaml
        monitors:
          - name: prometheus
            kind: alertmanager
            tokens: [env:MONITOR]
            serviceLabels: [team_service]
        alerts:
          desk: rt-main
          team: Operations
          teams: { mail: Messaging }
          services: services.yaml
          updateEvery: 5m
          clearFor: 2m
          majorIncidentManager: mia
          maintenance:
            - { from: 2026-03-07T20:00:00Z, to: 2026-03-08T02:00:00Z, service: mail, declaredBy: ana }
        connections:
          - name: rt-main
            kind: request-tracker
            url: https://rt.example.org
            token: env:TOKEN
            account: itsmai-bot
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("itsmai-config").FullName;

    [Fact]
    public void A_whole_section_is_read_with_its_graph_from_beside()
    {
        var read = Read(Whole);

        var monitor = Assert.Single(read.Monitors);
        Assert.Equal(("prometheus", "value of MONITOR", "team_service"), (monitor.Name.Value, monitor.Tokens[0], monitor.ServiceLabels[0]));
        var (rules, correlation) = read.Alerts!;
        Assert.Equal(("rt-main", new Team("Operations"), new Team("Messaging")), (rules.Desk.Value, rules.Team, rules.TeamOfService["mail"]));
        Assert.Equal((TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(2)), (rules.UpdateEvery, rules.Candidates.ClearFor));
        Assert.Equal(["db"], correlation.Graph.Needs("mail"));
        Assert.Equal("ana", Assert.Single(correlation.Maintenance).DeclaredBy);
    }

    [Theory]
    [InlineData("kind: alertmanager", "kind: nagios", "there are alertmanager and azure-monitor")]
    [InlineData("kind: alertmanager", "kind: azure-monitor\n    colour: red", "colour")]
    [InlineData("desk: rt-main", "desk: rt-other", "under connections")]
    [InlineData("to: 2026-03-08T02:00:00Z", "to: 2026-03-07T02:00:00Z", "later than from")]
    [InlineData("to: 2026-03-08T02:00:00Z", "to: tomorrow", "a time such as")]
    [InlineData("service: mail, declaredBy", "declaredBy", "nothing is silenced as a whole")]
    [InlineData("clearFor: 2m", "clearsFor: 2m", "clearsFor: no such field")]
    [InlineData("team: Operations", "teem: Operations", "team: is missing")]
    public void What_is_wrong_is_named_with_what_would_be_accepted(string right, string wrong, string says) => Assert.Contains(
        says, Assert.Throws<YamlFaultException>(() => Read(Whole.Replace(right, wrong, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ItsmAiConfiguration Read(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "policy.yaml"), "version: 1\nowner: desk.lead\n");
        File.WriteAllText(
            Path.Combine(_folder, "services.yaml"),
            "services:\n  - { name: mail, tier: edge }\n  - { name: db }\ndependencies:\n  - { service: mail, dependsOn: db }\n");
        var path = Path.Combine(_folder, "itsmai.yaml");
        File.WriteAllText(path, text);
        return ConfigurationFile.Read(path, name => $"value of {name}", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    }
}
