using ItsmAi.Desk.Alerts;
using ItsmAi.Desk.Landscape;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Incidents.Opening;

/// <summary>
/// What a group of alerts is named after, how grave it is, and whose it is. No word that an alert says decides anything.
/// </summary>
public static class DescribeGroup
{
    /// <summary>The gravest alert that counts, of those the earliest: what the incident is named after.</summary>
    public static AlertLine Chief(AlertGroup group, DateTimeOffset now) =>
        group.Lines.OrderByDescending(line => line.Counts(now)).ThenByDescending(line => line.Severity)
            .ThenBy(line => line.Since).ThenBy(line => line.Fingerprint, StringComparer.Ordinal).First();

    /// <summary>Urgency by the gravest alert, impact by how much of the landscape it touches, priority by the matrix.</summary>
    public static (Priority Priority, string Because) Priority(
        AlertGroup group, ServiceGraph graph, AlertingRules rules, DateTimeOffset now)
    {
        var counting = group.Lines.Where(line => line.IsOpen && line.Counts(now)).ToList();
        var urgency = counting.Select(line => line.Severity).DefaultIfEmpty().Max() switch
        {
            AlertSeverity.Critical => Urgency.High,
            AlertSeverity.Warning => Urgency.Medium,
            _ => Urgency.Low,
        };
        var services = counting.Select(line => line.Service).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var impact = services.Count >= 3 || services.Exists(name => graph.Find(name) is { IsEdge: true }) ? Impact.High
            : services.Count > 0 ? Impact.Medium
            : Impact.Low;
        var priority = rules.Matrix.Of(impact, urgency);
        return (priority, $"{priority}: impact {impact} ({services.Count} {Word(services.Count, "service")}) × urgency {urgency}");
    }

    public static Team Team(AlertGroup group, AlertingRules rules, DateTimeOffset now) =>
        Chief(group, now).Service is { } service && rules.TeamOfService.TryGetValue(service, out var team) ? team : rules.Team;

    private static string Word(int count, string one) => count == 1 ? one : one + "s";
}
