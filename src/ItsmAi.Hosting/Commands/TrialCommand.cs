using System.CommandLine;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Reactions;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Trials;

namespace ItsmAi.Hosting.Commands;

/// <summary>
/// <c>itsmai trial</c>: lets the configured model try itself on tickets that are over, so that autonomy can be earned
/// before anything is done.
/// </summary>
public static class TrialCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var options = new TicketOptions();
        var data = DataOption.New();
        var config = new Option<string>("--config") { Description = "The file that names desk, policy and model.", HelpName = "FILE", Required = true };
        var desk = new Option<string?>("--connection") { Description = "Whose tickets they are; the first desk otherwise.", HelpName = "NAME" };
        var command = new Command("trial", "Measure triage on tickets that are over and that its model never saw. No desk is asked.")
        {
            options.Tickets, options.Map, options.Label, config, desk, data, options.Json,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = ConfigurationFile.Read(parsed.GetRequiredValue(config), Environment.GetEnvironmentVariable);
            if (Told(parsed.GetValue(desk), settings) is not { } connection)
                throw new FormatException($"connection: \"{parsed.GetValue(desk)}\" is not configured; see {parsed.GetRequiredValue(config)}");
            if (settings.ModelPath is not { } path) throw new FormatException("model: is missing; a trial needs a trained model");
            if (ModelFile.Read(path, out var models) is { } bad) return TicketOptions.Refuse(error, bad);
            if (options.Read(parsed, parsed.GetRequiredValue(options.Tickets), stop, out var file) is { } problem) return TicketOptions.Refuse(error, problem);
            if (Tickets(file, parsed.GetRequiredValue(options.Label), connection, out var tickets) is { } missing) return TicketOptions.Refuse(error, missing);
            await using var folder = await DataFolder.OpenOrMake(parsed.GetRequiredValue(data), new QueueOptions(), clock, stop);
            var governing = await Governing.Over(settings, folder.Records, error, clock, stop);
            var bar = new ProgressBar(error, clock, "trial");
            var tally = await TrialRoom.Run(governing, TriageModel.Of(models!), connection, tickets, (bar, clock), stop);
            bar.Clear();
            await Report(output, parsed.GetValue(options.Json), tally, await governing.Standings.All(stop).ToListAsync(stop));
            return Cli.Ok;
        });
        return command;
    }

    private static ConnectionConfiguration? Told(string? name, ItsmAiConfiguration settings) =>
        settings.Connections.FirstOrDefault(connection => name is null || connection.Name.Value == name);

    /// <summary>The team that resolved each: the file's, else the team of the label.</summary>
    private static FileProblem? Tickets(
        TicketFile file, string label, ConnectionConfiguration desk, out IReadOnlyList<TrialTicket> tickets)
    {
        tickets = [];
        var hasTeam = file.Columns.Contains("team");
        if (!hasTeam && file.Without(label) is { } missing) return missing;
        string TeamOf(TicketRow row) => hasTeam
            ? row.Field("team")
            : desk.Triage.TeamOfCategory.TryGetValue(row.Field(label), out var team) ? team.Name : "";
        tickets =
        [
            .. file.Tickets.Where(row => TeamOf(row).Length > 0).Select(row => new TrialTicket(
                row.Id, Title(row), Body(row), new Team(TeamOf(row)), row.Field("reopened") is "1" or "true",
                ConfigurationItem: row.Field("ci"), Service: row.Field("service"))),
        ];
        return tickets.Count > 0
            ? null
            : new FileProblem($"{file.Name}: no ticket names the team that resolved it; give a column team, or teams for the labels");
    }

    private static string Title(TicketRow row) => row.Text.Split('\n', 2)[0];

    private static string Body(TicketRow row) => row.Text.Split('\n', 2) is [_, var body] ? body : "";

    private static Task Report(TextWriter output, bool asJson, TrialTally tally, List<Standing> standings)
    {
        var auto = standings.Count(one => one.Missing is null);
        if (!asJson)
        {
            return output.WriteLineAsync(
                $"observed {tally.Observed} tickets, abstained on {tally.Abstained}, left out {tally.Learned} that the model was trained on\n"
                + $"{auto} of {standings.Count} classes bear one rung more: see itsmai autonomy propose");
        }

        JsonReport.Write(output, json =>
        {
            json.WriteNumber("observed", tally.Observed);
            json.WriteNumber("abstained", tally.Abstained);
            json.WriteNumber("learned", tally.Learned);
            json.WriteNumber("bearing", auto);
            json.WriteNumber("classes", standings.Count);
        });
        return Task.CompletedTask;
    }
}
