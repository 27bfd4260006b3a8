using System.CommandLine;
using ItsmAi.Hosting.Files;
using ItsmAi.Learning.Calibration;
using ItsmAi.Learning.Classification;

namespace ItsmAi.Hosting.Commands;

/// <summary><c>itsmai evaluate</c>: how often a model is right on labelled tickets, with intervals.</summary>
public static class EvaluateCommand
{
    /// <summary>The command, to be put under the root.</summary>
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var options = new TicketOptions();
        var model = new Option<string>("--model") { Description = "The model.", HelpName = "MODEL", Required = true };
        var command = new Command("evaluate", "How often a model is right on labelled tickets, with intervals.")
        {
            model, options.Tickets, options.Label, options.Map, options.Json,
        };
        command.SetAction((given, stop) => Task.FromResult(
            Run(given, given.GetRequiredValue(model), options, (output, error), stop)));
        return command;
    }

    private static int Run(
        ParseResult given,
        string path,
        TicketOptions options,
        (TextWriter Output, TextWriter Error) writers,
        CancellationToken stop)
    {
        FileProblem? problem = ModelFile.Read(path, out LabelledModels? models);
        if (problem is not null || models is null)
            return TicketOptions.Refuse(writers.Error, problem!);
        problem = options.Read(given, given.GetRequiredValue(options.Tickets), stop, out TicketFile tickets);
        string label = given.GetValue(options.Label) ?? "label";
        problem ??= tickets.Without(label);
        if (problem is not null)
            return TicketOptions.Refuse(writers.Error, problem);
        var figures = new List<(string Output, ValidationFigures Figures)>();
        foreach (string name in models.Outputs)
        {
            string column = name == models.Outputs[0] ? label : name;
            if (tickets.Columns.Contains(column))
                figures.Add((name, Judge(models, name, column, tickets)));
        }
        Report(writers.Output, given.GetValue(options.Json), models, figures);
        return 0;
    }

    private static ValidationFigures Judge(LabelledModels models, string name, string column, TicketFile tickets) =>
        ValidationFigures.Of(
        [
            .. tickets.Tickets.Where(ticket => ticket.Field(column).Length > 0)
                .Select(ticket => (ticket.Field(column), models.Predict(ticket.Text, name))),
        ]);

    private static void Report(
        TextWriter output, bool asJson, LabelledModels models, List<(string Output, ValidationFigures Figures)> all)
    {
        if (!asJson)
        {
            foreach ((string name, ValidationFigures figures) in all)
                FiguresReport.Print(output, name, models.Limits(name), figures);
            return;
        }
        JsonReport.Write(output, json =>
        {
            json.WriteString("model", models.Version);
            json.WriteStartObject("outputs");
            foreach ((string name, ValidationFigures figures) in all)
                FiguresReport.Write(json, name, models.Limits(name), figures);
            json.WriteEndObject();
        });
    }
}
