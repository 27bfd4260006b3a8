using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ItsmAi.Desk.Landscape;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Redacting;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Incidents.Alerting;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Incidents.Opening;

/// <summary>What a group of alerts calls for at the desk, as suggestions; governance decides on each.</summary>
public static class SuggestIncident
{
    /// <summary>One decision per incident of the group and gravity: what becomes graver is decided anew.</summary>
    public static OpenIncidentSuggestion Open(
        AlertGroup group, int round, TicketId? before, string worth, ServiceGraph graph, AlertingRules rules, DateTimeOffset now)
    {
        var (priority, because) = DescribeGroup.Priority(group, graph, rules, now);
        var chief = DescribeGroup.Chief(group, now);
        var team = DescribeGroup.Team(group, rules, now);
        var summary = Summary(group, graph, now);
        var isPlaced = chief.Service is not null || chief.Host is not null;
        return new OpenIncidentSuggestion
        {
            Subject = new TicketId(rules.Desk, $"group-{group.Id}"),
            Occasion = $"{round} {priority} {chief.Name} {team}",
            Class = chief.Name,
            Confidence = Confidence.Of(1),
            Headline = $"open an incident for {Count(group)}, {priority}, for {team}",
            Because = [worth, because, .. group.Lines.Take(5).Select(line => $"{line.Name}: {line.Because}")],
            Gates =
            [
                isPlaced
                    ? Gate.Pass("service", "a service or device is named")
                    : Gate.Fail("service", "no service or configuration item is named", AutonomyLevel.Suggest),
            ],
            Change = PlannedChange.NoteOnly with
            {
                Team = team,
                Priority = priority,
                Opening = new TicketOpening
                {
                    Team = team,
                    Title = Redaction.Redact(WriteGroupNote.Title(group, graph, now)),
                    Text = summary,
                    Priority = priority,
                    Service = chief.Service,
                    ConfigurationItem = chief.Host,
                    RefersTo = before is { } earlier ? [earlier.Number] : [],
                },
            },
            Basis = new TicketFields(TicketStatus.New, team, null, null, null),
            Completeness = isPlaced ? 100 : 50,
            InputHash = HashOf(summary),
        };
    }

    /// <param name="toldAt">When the summary was written last; null where it never was.</param>
    public static UpdateIncidentSuggestion Update(
        AlertGroup group, DateTimeOffset? toldAt, Ticket ticket, string summary, DateTimeOffset now)
    {
        var hash = HashOf(summary);
        var since = toldAt?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? "first";
        return new UpdateIncidentSuggestion
        {
            Subject = ticket.Id,
            // The same words may come again after others, and are told again then.
            Occasion = $"{hash[..12]} after {since}",
            Class = DescribeGroup.Chief(group, now).Name,
            Confidence = Confidence.Of(1),
            Headline = $"bring the summary up to date: {group.Lines.Count(line => line.IsOpen)} of {Count(group)} fire",
            Because = ["what the alerts say has changed"],
            Change = PlannedChange.NoteOnly with { Summary = summary },
            Basis = ticket.Fields,
            Completeness = 100,
            InputHash = hash,
        };
    }

    public static ResolveIncidentSuggestion Resolve(AlertGroup group, Ticket ticket, string says, string summary, DateTimeOffset now)
    {
        var clearSince = group.Lines.Max(line => line.ClearedAt ?? line.SeenAt);
        return new ResolveIncidentSuggestion
        {
            Subject = ticket.Id,
            Occasion = $"clear since {clearSince.ToUnixTimeMilliseconds()}",
            Class = DescribeGroup.Chief(group, now).Name,
            Confidence = Confidence.Of(1),
            Headline = $"resolve it: {says}",
            Because = [.. group.Lines.Take(10).Select(line => $"{line.Name}{(line.Host is { } host ? $" on {host}" : "")} is clear")],
            Change = PlannedChange.NoteOnly with { Status = TicketStatus.Resolved, Summary = summary },
            Basis = ticket.Fields,
            Completeness = 100,
            InputHash = HashOf(summary),
        };
    }

    /// <summary>All that is known, for people; personal data that an alert's text held is taken out.</summary>
    public static string Summary(AlertGroup group, ServiceGraph graph, DateTimeOffset now) =>
        Redaction.Redact(WriteGroupNote.Text(group, graph, now));

    /// <summary>What a summary is known by.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Count(AlertGroup group) =>
        group.Lines.Count == 1 ? "1 alert" : $"{group.Lines.Count} alerts";
}
