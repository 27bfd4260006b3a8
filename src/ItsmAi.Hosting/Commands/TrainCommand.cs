using System.CommandLine;
using ItsmAi.Hosting.Files;
using ItsmAi.Learning.Classification;
using ItsmAi.Learning.Training;

namespace ItsmAi.Hosting.Commands;

/// <summary><c>itsmai train</c>: learn from labelled tickets what a ticket is about, and keep it as a model.</summary>
public static class TrainCommand
{
    /// <summary>The command, to be put under the root.</summary>
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var options = new TicketOptions();
        var valid = new Option<string?>("--valid")
        {
            Description = "Tickets to calibrate on; left out, parts of the tickets are held out for it.",
            HelpName = "FILE",
        };
        var into = new Option<string>("--out") { Description = "The model.", HelpName = "MODEL", Required = true };
        var seed = new Option<int>("--seed")
        {
            Description = "What random choices are drawn from.", HelpName = "N", DefaultValueFactory = _ => 1,
        };
        var command = new Command("train", "Learn from labelled tickets what a ticket is about.")
        {
            options.Tickets, valid, options.Label, into, seed, options.Map, options.Json,
        };
        command.SetAction((given, stop) =>
        {
            var run = new Training(given, options, (output, error), clock);
            return Task.FromResult(
                run.Run(given.GetValue(valid), given.GetRequiredValue(into), given.GetValue(seed), stop));
        });
        return command;
    }

    private sealed class Training(
        ParseResult given, TicketOptions options, (TextWriter Output, TextWriter Error) writers, TimeProvider clock)
    {
        private readonly string _label = given.GetValue(options.Label) ?? "label";

        public int Run(string? validPath, string modelPath, int seed, CancellationToken stop)
        {
            FileProblem? problem =
                ReadLabelled(given.GetRequiredValue(options.Tickets), stop, out TicketFile tickets);
            TicketFile? valid = null;
            if (problem is null && validPath is not null)
                problem = ReadLabelled(validPath, stop, out valid);
            problem ??= TrainingRows.TooFewLabels(tickets, _label);
            if (problem is not null)
                return TicketOptions.Refuse(writers.Error, problem);
            var rows = new TrainingRows(tickets, valid, _label);
            foreach (string warning in rows.Warnings())
                writers.Error.WriteLine($"warning: {warning}");
            LabelledModels models = Learn(rows, seed, stop);
            problem = ModelFile.Write(modelPath, models);
            if (problem is not null)
                return TicketOptions.Refuse(writers.Error, problem);
            Report(models, modelPath, rows);
            return 0;
        }

        private LabelledModels Learn(TrainingRows rows, int seed, CancellationToken stop)
        {
            var bar = new ProgressBar(writers.Error, clock, "learning");
            var settings = new TrainingOptions { Seed = seed, Progress = bar };
            LabelledModels models = LabelledModels.Train((rows.Texts, rows.Validation), rows.Outputs, settings, stop);
            bar.Clear();
            return models;
        }

        private FileProblem? ReadLabelled(string path, CancellationToken stop, out TicketFile tickets) =>
            options.Read(given, path, stop, out tickets) ?? tickets.Without(_label);

        private void Report(LabelledModels models, string path, TrainingRows rows)
        {
            if (given.GetValue(options.Json))
                JsonReport.Write(writers.Output, json =>
                {
                    json.WriteString("model", path);
                    json.WriteString("version", models.Version);
                    json.WriteNumber("tickets", rows.Texts.Count);
                    json.WriteStartObject("outputs");
                    foreach (string name in models.Outputs)
                        FiguresReport.Write(json, name, models.Limits(name), models.Figures(name));
                    json.WriteEndObject();
                });
            else
                Print(models, path, rows);
        }

        private void Print(LabelledModels models, string path, TrainingRows rows)
        {
            string judged = rows.Validation is null ? "held-out parts of them" : $"{rows.Validation.Count} others";
            writers.Output.WriteLine($"Learned from {rows.Texts.Count} tickets, judged on {judged}.");
            foreach (string name in models.Outputs)
                FiguresReport.Print(writers.Output, name, models.Limits(name), models.Figures(name));
            writers.Output.WriteLine($"Wrote {path}, version {models.Version}.");
        }
    }
}
