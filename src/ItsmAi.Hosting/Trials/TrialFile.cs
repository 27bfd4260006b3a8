using ItsmAi.Desk.People;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Files;

namespace ItsmAi.Hosting.Trials;

/// <summary>Tickets that are over, read from a table with the team that resolved each.</summary>
internal static class TrialFile
{
    /// <param name="label">The column of the label, whose team the connection names where the file names none.</param>
    public static FileProblem? Read(
        TicketFile file, string label, ConnectionConfiguration desk, out IReadOnlyList<TrialTicket> tickets)
    {
        tickets = [];
        if (!file.Columns.Contains("team") && file.Without(label) is { } missing) return missing;
        tickets = [.. file.Tickets.Select(row => Ticket(row, TeamOf(row, file, label, desk))).OfType<TrialTicket>()];
        return tickets.Count > 0
            ? null
            : new FileProblem($"{file.Name}: no ticket names the team that resolved it; give a column team, or teams for the labels");
    }

    private static string TeamOf(TicketRow row, TicketFile file, string label, ConnectionConfiguration desk) =>
        file.Columns.Contains("team") ? row.Field("team")
        : desk.Triage.TeamOfCategory.TryGetValue(row.Field(label), out var team) ? team.Name
        : "";

    private static TrialTicket? Ticket(TicketRow row, string team)
    {
        if (team.Length == 0) return null;
        var parts = row.Text.Split('\n', 2);
        return new TrialTicket(
            row.Id, parts[0], parts is [_, var body] ? body : "", new Team(team), row.Field("reopened") is "1" or "true",
            ConfigurationItem: row.Field("ci"), Service: row.Field("service"));
    }
}
