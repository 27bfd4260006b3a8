using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ItsmAi.Desk.Landscape;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Incidents.Opening;

/// <summary>What a group of alerts calls for at the desk, as suggestions; governance decides on each.</summary>
public static class SuggestIncident
{
    /// <summary>One decision per incident of the group and gravity: what becomes graver is decided anew.</summary>
    public static OpenIncidentSuggestion Open(
        AlertGroup group, int round, TicketId? before, ServiceGraph graph, AlertingRules rules, DateTimeOffset now)
    {
        var (priority, because) = DescribeGroup.Priority(group, graph, rules, now);
        var chief = DescribeGroup.Chief(group, now);
        var team = DescribeGroup.Team(group, rules, now);
        var summary = DescribeGroup.Summary(group);
        var isPlaced = chief.Service is not null || chief.Host is not null;
        return new OpenIncidentSuggestion
        {
            Subject = new TicketId(rules.Desk, $"group-{group.Id}"),
            Occasion = $"{round} {priority} {chief.Name} {team}",
            Class = chief.Name,
            Confidence = Confidence.Of(1),
            Headline = $"open an incident for {Count(group)}, {priority}, for {team}",
            Because = [because, .. group.Lines.Take(5).Select(line => $"{line.Name}: {line.Because}")],
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
                    Title = DescribeGroup.Title(group, now),
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

    public static UpdateIncidentSuggestion Update(AlertGroup group, GroupIncident incident, Ticket ticket, DateTimeOffset now)
    {
        var summary = DescribeGroup.Summary(group);
        var hash = HashOf(summary);
        var since = incident.ToldAt?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? "first";
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

    /// <summary>Null while an alert that counts is not clear, or was not for long enough.</summary>
    public static ResolveIncidentSuggestion? Resolve(AlertGroup group, Ticket ticket, AlertingRules rules, DateTimeOffset now)
    {
        if (group.BeyondLimit > 0 || group.Lines.Any(line => line.IsOpen && line.Counts(now))) return null;
        var clearSince = group.Lines.Max(line => line.ClearedAt ?? line.SeenAt);
        if (now - clearSince < rules.ClearFor) return null;
        return new ResolveIncidentSuggestion
        {
            Subject = ticket.Id,
            Occasion = $"clear since {clearSince.ToUnixTimeMilliseconds()}",
            Class = DescribeGroup.Chief(group, now).Name,
            Confidence = Confidence.Of(1),
            Headline = $"resolve it: {Count(group)} clear for {rules.ClearFor.TotalMinutes:0.#} min or more",
            Because = [.. group.Lines.Take(DescribeGroup.MostLines).Select(line => $"{line.Name}{(line.Host is { } host ? $" on {host}" : "")} is clear")],
            Change = PlannedChange.NoteOnly with { Status = TicketStatus.Resolved, Summary = DescribeGroup.Summary(group) },
            Basis = ticket.Fields,
            Completeness = 100,
            InputHash = HashOf(DescribeGroup.Summary(group)),
        };
    }

    /// <summary>What a summary is known by.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Count(AlertGroup group) =>
        group.Lines.Count + group.BeyondLimit is 1 ? "1 alert" : $"{group.Lines.Count + group.BeyondLimit} alerts";
}
