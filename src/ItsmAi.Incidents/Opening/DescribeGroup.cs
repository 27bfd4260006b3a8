using System.Globalization;
using System.Text;
using ItsmAi.Desk.Alerts;
using ItsmAi.Desk.Landscape;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Redacting;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Incidents.Opening;

/// <summary>
/// What a group of alerts says to people, and how grave it is. Words of alerts are shown, cut and redacted; none of them
/// decides anything.
/// </summary>
public static class DescribeGroup
{
    /// <summary>More lines than this are counted, not shown.</summary>
    public const int MostLines = 20;

    private const int LongestTitle = 150;

    /// <summary>The gravest alert that counts, of those the earliest: what the incident is named after.</summary>
    public static AlertLine Chief(AlertGroup group, DateTimeOffset now) =>
        group.Lines.OrderByDescending(line => line.Counts(now)).ThenByDescending(line => line.Severity)
            .ThenBy(line => line.Since).ThenBy(line => line.Fingerprint, StringComparer.Ordinal).First();

    public static string Title(AlertGroup group, DateTimeOffset now)
    {
        var chief = Chief(group, now);
        var others = group.Lines.Count + group.BeyondLimit - 1;
        var title = $"{chief.Name}{On(chief)}{(others > 0 ? $" and {others} more {Word(others, "alert")}" : "")}";
        return title.Length <= LongestTitle ? title : string.Concat(title.AsSpan(0, LongestTitle - 1), "…");
    }

    /// <summary>The whole of what is known, in words that change only when what is known does.</summary>
    public static string Summary(AlertGroup group)
    {
        var (firing, clear) = (group.Lines.Where(line => line.IsOpen).ToList(), group.Lines.Where(line => !line.IsOpen).ToList());
        var text = new StringBuilder();
        text.Append(firing.Count).Append(" of ").Append(group.Lines.Count).Append(' ')
            .Append(Word(group.Lines.Count, "alert")).AppendLine(firing.Count == 1 ? " fires." : " fire.");
        if (group.BeyondLimit > 0) text.Append(group.BeyondLimit).AppendLine(" more came and are not followed one by one.");
        Append(text, "Firing:", firing.OrderByDescending(line => line.Severity).ThenBy(line => line.Since));
        Append(text, "Clear:", clear.OrderBy(line => line.ClearedAt));
        var together = group.Lines.Skip(1).Take(MostLines).Select(line => $"- {line.Name}{On(line)}: {line.Because}").ToList();
        if (together.Count > 0) text.AppendLine("Why they stand together (a suspicion, not a finding):");
        foreach (var because in together) text.AppendLine(because);
        return Redaction.Redact(text.ToString()).TrimEnd();
    }

    /// <summary>Urgency by the gravest alert, impact by how much of the landscape it touches, priority by the matrix.</summary>
    public static (Priority Priority, string Because) Priority(AlertGroup group, ServiceGraph graph, AlertingRules rules, DateTimeOffset now)
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

    private static void Append(StringBuilder text, string head, IEnumerable<AlertLine> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        text.AppendLine(head);
        foreach (var line in all.Take(MostLines)) text.Append("- ").AppendLine(Line(line));
        if (all.Count > MostLines) text.Append("- and ").Append(all.Count - MostLines).AppendLine(" more");
    }

    private static string Line(AlertLine line)
    {
        var said = line.Summary is { Length: > 0 } summary ? $": {summary}" : "";
        var ended = line is { IsOpen: false, ClearedAt: { } cleared } ? $", clear since {Time(cleared)}" : "";
        var flaps = line.IsFlapping ? ", flapping" : "";
        var silenced = line.Suppression is { } window ? $", in {window.DeclaredBy}'s maintenance until {Time(window.Until)}" : "";
        return $"{line.Severity.ToString().ToLowerInvariant()} {line.Name}{On(line)} since {Time(line.Since)}{ended}{flaps}{silenced}{said}";
    }

    private static string On(AlertLine line) => (line.Host, line.Service) switch
    {
        ({ } host, { } service) => $" on {host} ({service})",
        ({ } host, null) => $" on {host}",
        (null, { } service) => $" on {service}",
        _ => "",
    };

    private static string Word(int count, string one) => count == 1 ? one : one + "s";

    private static string Time(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
