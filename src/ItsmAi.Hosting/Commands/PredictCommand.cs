using System.CommandLine;
using ItsmAi.Hosting.Files;
using ItsmAi.Learning.Classification;

namespace ItsmAi.Hosting.Commands;

/// <summary><c>itsmai predict</c>: say of tickets in a file what they are about, and where to abstain.</summary>
public static class PredictCommand
{
    /// <summary>The command, to be put under the root.</summary>
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var options = new TicketOptions();
        var model = new Option<string>("--model") { Description = "The model.", HelpName = "MODEL", Required = true };
        var into = new Option<string>("--out")
        {
            Description = "Where the predictions go.", HelpName = "predictions.csv", Required = true,
        };
        var command = new Command("predict", "Say of tickets in a file what they are about, and where to abstain.")
        {
            model, options.Tickets, into, options.Map, options.Json,
        };
        command.SetAction((given, stop) => Task.FromResult(
            Run(given, (given.GetRequiredValue(model), given.GetRequiredValue(into)), options, (output, error), stop)));
        return command;
    }

    private static int Run(
        ParseResult given,
        (string Model, string Out) paths,
        TicketOptions options,
        (TextWriter Output, TextWriter Error) writers,
        CancellationToken stop)
    {
        FileProblem? problem = ModelFile.Read(paths.Model, out LabelledModels? models);
        if (problem is not null || models is null)
            return TicketOptions.Refuse(writers.Error, problem!);
        problem = options.Read(given, given.GetRequiredValue(options.Tickets), stop, out TicketFile tickets);
        if (problem is not null)
            return TicketOptions.Refuse(writers.Error, problem);
        int abstained = 0;
        problem = PredictionFile.Write(paths.Out, tickets.Tickets.Select(ticket =>
        {
            stop.ThrowIfCancellationRequested();
            Prediction prediction = models.Predict(ticket.Text, models.Outputs[0]);
            abstained += prediction.Abstains ? 1 : 0;
            return (ticket, prediction);
        }));
        if (problem is not null)
            return TicketOptions.Refuse(writers.Error, problem);
        Report(writers.Output, given.GetValue(options.Json), (tickets.Tickets.Count, abstained), paths.Out);
        return 0;
    }

    private static void Report(TextWriter output, bool asJson, (int Tickets, int Abstained) counts, string path)
    {
        if (!asJson)
        {
            output.WriteLine(
                $"Predicted {counts.Tickets} tickets, abstained on {counts.Abstained} of them; wrote {path}.");
            return;
        }
        JsonReport.Write(output, json =>
        {
            json.WriteNumber("tickets", counts.Tickets);
            json.WriteNumber("abstained", counts.Abstained);
            json.WriteString("out", path);
        });
    }
}
