using System.CommandLine;
using ItsmAi.Hosting.Files.Alerts;
using ItsmAi.Hosting.Files.Tables;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Hosting.Commands.Alerts;

/// <summary>
/// <c>itsmai correlate</c>: group the alerts of a file by their cause. It ends with 1 where lines were bad: they are named
/// and stand in groups of their own.
/// </summary>
internal static class CorrelateCommand
{
    private const int FaultsShown = 20;

    public static Command Build(TextWriter output, TextWriter error)
    {
        var alerts = new Option<string>("--alerts")
        {
            Description = "The alerts, one JSON object a line.", HelpName = "FILE.jsonl", Required = true,
        };
        var into = new Option<string>("--out") { Description = "Where the groups go.", HelpName = "groups.csv", Required = true };
        var graph = new Option<string?>("--graph") { Description = "The service graph.", HelpName = "FILE.json" };
        var json = JsonOption.New();
        var command = new Command("correlate", "Group the alerts of a file by their cause.") { alerts, into, graph, json };
        command.SetAction((given, stop) => Task.FromResult(Run(
            (given.GetRequiredValue(alerts), given.GetRequiredValue(into), given.GetValue(graph)),
            given.GetValue(json),
            (output, error),
            stop)));
        return command;
    }

    private static int Run(
        (string Alerts, string Out, string? Graph) paths,
        bool asJson,
        (TextWriter Output, TextWriter Error) writers,
        CancellationToken stop)
    {
        var rules = new CorrelationRules();
        if (paths.Graph is not null)
        {
            if (GraphJsonFile.Read(paths.Graph, out var graph) is { } problem) return TicketOptions.Refuse(writers.Error, problem);
            rules = rules with { Graph = graph };
        }

        var bad = 0;
        using var reader = new StreamReader(paths.Alerts);
        var rows = AlertPartition.Of(AlertFile.Read(reader), rules, Named, stop);
        using (var writer = new StreamWriter(paths.Out))
        {
            CsvLine.Write(writer, "alert_id", "group_id");
            foreach (var row in rows) CsvLine.Write(writer, row.Alert, row.Group);
        }

        if (bad > FaultsShown) writers.Error.WriteLine($"and {bad - FaultsShown} more bad lines");
        var groups = rows.Select(row => row.Group).Distinct(StringComparer.Ordinal).Count();
        Report(writers.Output, asJson, (rows.Count, groups, bad), paths.Out);
        return bad == 0 ? Cli.Ok : Cli.Finding;

        void Named(string fault)
        {
            if (++bad <= FaultsShown) writers.Error.WriteLine(Plain.Line($"{paths.Alerts} {fault}"));
        }
    }

    private static void Report(TextWriter output, bool asJson, (int Alerts, int Groups, int Bad) counts, string path)
    {
        if (!asJson)
        {
            output.WriteLine($"Grouped {counts.Alerts} alerts into {counts.Groups} groups; {counts.Bad} bad lines; wrote {path}.");
            return;
        }

        JsonReport.Write(output, json =>
        {
            json.WriteNumber("alerts", counts.Alerts);
            json.WriteNumber("groups", counts.Groups);
            json.WriteNumber("badLines", counts.Bad);
            json.WriteString("out", path);
        });
    }
}
