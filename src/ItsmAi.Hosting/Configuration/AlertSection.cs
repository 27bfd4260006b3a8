using System.Globalization;
using ItsmAi.Connectors.Graphs;
using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Landscape;
using ItsmAi.Desk.People;
using ItsmAi.Incidents.Alerting;
using ItsmAi.Incidents.Correlating;
using ItsmAi.Incidents.Opening;

namespace ItsmAi.Hosting.Configuration;

/// <summary>The parts of a configuration that are about monitoring: <c>monitors</c> and <c>alerts</c>.</summary>
internal static class AlertSection
{
    public static IReadOnlyList<MonitorConfiguration> Monitors(YamlMap root, SecretReader secrets) =>
        [.. root.Maps("monitors").Select(monitor => Monitor(monitor, secrets))];

    public static AlertConfiguration? Read(YamlMap? alerts, SecretReader secrets)
    {
        if (alerts is null) return null;
        var plain = new CandidateRules();
        var rules = new AlertingRules
        {
            Desk = Name(alerts, "desk"),
            Team = new Team(alerts.Text("team")),
            TeamOfService = (alerts.Map("teams")?.Pairs() ?? new Dictionary<string, string>())
                .ToDictionary(pair => pair.Key, pair => new Team(pair.Value), StringComparer.Ordinal),
            UpdateEvery = alerts.Duration("updateEvery") ?? TimeSpan.FromMinutes(20),
            MajorIncidentManager = alerts.TextOrNull("majorIncidentManager") is { } manager ? new Person(manager) : null,
            Candidates = plain with
            {
                WaitsFor = alerts.Duration("waitsFor") ?? plain.WaitsFor,
                ClearFor = alerts.Duration("clearFor") ?? plain.ClearFor,
            },
        };
        if (rules.Check() is { } wrong) throw new FormatException($"alerts.{wrong}");
        var correlation = new CorrelationRules
        {
            Graph = alerts.TextOrNull("services") is { } path
                ? GraphFile.Read(File.ReadAllText(secrets.Beside(path)))
                : ServiceGraph.Empty,
            Maintenance = [.. alerts.Maps("maintenance").Select(Window)],
        };
        alerts.RefuseOthers();
        return new AlertConfiguration(rules, correlation);
    }

    private static MonitorConfiguration Monitor(YamlMap monitor, SecretReader secrets)
    {
        var kind = monitor.Text("kind");
        if (kind is not ("alertmanager" or "azure-monitor"))
            throw monitor.Wrong("kind", kind, "a kind of monitor that is known; there are alertmanager and azure-monitor");
        var read = new MonitorConfiguration(Name(monitor, "name"), secrets.Several(monitor, "tokens"))
        {
            IsAzureMonitor = kind == "azure-monitor",
            ServiceLabels = monitor.Texts("serviceLabels"),
            HostLabels = monitor.Texts("hostLabels"),
        };
        monitor.RefuseOthers();
        return read;
    }

    private static MaintenanceWindow Window(YamlMap window)
    {
        var read = new MaintenanceWindow
        {
            From = Time(window, "from"),
            To = Time(window, "to"),
            DeclaredBy = window.Text("declaredBy"),
            Service = window.TextOrNull("service"),
            Host = window.TextOrNull("host"),
            Label = window.TextOrNull("label"),
            LabelValue = window.TextOrNull("labelValue"),
        };
        if (read.To <= read.From) throw window.Wrong("to", window.Text("to"), "later than from; a window without an end silences for ever");
        if ((read.Service ?? read.Host ?? read.Label) is null)
            throw window.Wrong("service", "", "there, or host, or label: nothing is silenced as a whole");
        window.RefuseOthers();
        return read;
    }

    private static ConnectionName Name(YamlMap map, string field)
    {
        var name = map.Text(field);
        return ConnectionName.IsName(name)
            ? new ConnectionName(name)
            : throw map.Wrong(field, name, "1 to 40 lower case letters, digits or hyphens");
    }

    private static DateTimeOffset Time(YamlMap map, string field)
    {
        var text = map.Text(field);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw map.Wrong(field, text, "a time such as 2026-03-01T22:00:00Z");
    }
}
