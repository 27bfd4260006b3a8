using System.CommandLine;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Reactions;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Trials;
using ItsmAi.Learning.Classification;

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
        var config = new Option<string>("--config")
        {
            Description = "The file that names desk, policy and model.", HelpName = "FILE", Required = true,
        };
        var desk = new Option<string?>("--connection")
        {
            Description = "Whose tickets they are; the first desk otherwise.", HelpName = "NAME",
        };
        var command = new Command("trial", "Measure triage on tickets that are over and that its model never saw. No desk is asked.")
        {
            options.Tickets, options.Map, options.Label, config, desk, data, options.Json,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = ConfigurationFile.Read(parsed.GetRequiredValue(config), Environment.GetEnvironmentVariable, clock.GetUtcNow());
            var connection = Desk(parsed.GetValue(desk), settings);
            if (Model(settings, out var models) is { } bad) return TicketOptions.Refuse(error, bad);
            if (options.Read(parsed, parsed.GetRequiredValue(options.Tickets), stop, out var file) is { } unreadable)
                return TicketOptions.Refuse(error, unreadable);
            if (TrialFile.Read(file, parsed.GetRequiredValue(options.Label), connection, out var tickets) is { } missing)
                return TicketOptions.Refuse(error, missing);
            await using var folder = await DataFolder.OpenOrMake(
                parsed.GetRequiredValue(data), new QueueOptions(), clock, stop);
            var governing = await Governing.Over(settings, folder.Records, error, clock, stop);
            var bar = new ProgressBar(error, clock, "trial");
            var tally = await TrialRoom.Run(governing, TriageModel.Of(models!), connection, tickets, (bar, clock), stop);
            bar.Clear();
            await Report(output, parsed.GetValue(options.Json), tally, await governing.Standings.All(stop).ToListAsync(stop));
            return Cli.Ok;
        });
        return command;
    }

    private static ConnectionConfiguration Desk(string? name, ItsmAiConfiguration settings) =>
        settings.Connections.FirstOrDefault(connection => name is null || connection.Name.Value == name)
        ?? throw new FormatException(
            $"connection: \"{name}\" is not configured; there are {string.Join(", ", settings.Connections.Select(one => one.Name))}");

    private static FileProblem? Model(ItsmAiConfiguration settings, out LabelledModels? models) => ModelFile.Read(
        settings.ModelPath ?? throw new FormatException("model: is missing; a trial needs a trained model"), out models);

    private static Task Report(TextWriter output, bool asJson, TrialTally tally, List<Standing> standings)
    {
        var bearing = standings.Count(one => one.Missing is null);
        if (!asJson)
        {
            return output.WriteLineAsync(
                $"observed {tally.Observed} tickets, abstained on {tally.Abstained}, "
                + $"left out {tally.Learned} that the model was trained on\n"
                + $"{bearing} of {standings.Count} classes bear one rung more: see itsmai autonomy propose");
        }

        JsonReport.Write(output, json =>
        {
            json.WriteNumber("observed", tally.Observed);
            json.WriteNumber("abstained", tally.Abstained);
            json.WriteNumber("learned", tally.Learned);
            json.WriteNumber("bearing", bearing);
            json.WriteNumber("classes", standings.Count);
        });
        return Task.CompletedTask;
    }
}
