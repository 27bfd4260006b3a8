using System.CommandLine;
using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Files.Tables;

namespace ItsmAi.Hosting.Commands;

/// <summary>The options that every command over a file of tickets has.</summary>
internal sealed class TicketOptions
{
    public Option<string> Tickets { get; } = new("--tickets")
    {
        Description = "The tickets: .csv or .jsonl, each also as .gz; id, and text or title and description.",
        HelpName = "FILE",
        Required = true,
    };

    public Option<string[]> Map { get; } = new("--map")
    {
        Description = "Which field a column is, such as \"Short description=title\"; may be given again.",
        HelpName = "column=field",
    };

    public Option<string> Label { get; } = new("--label")
    {
        Description = "The column that holds the label.",
        HelpName = "COLUMN",
        DefaultValueFactory = _ => "label",
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Report as JSON." };

    /// <summary>The tickets of a file under the command's column names.</summary>
    public FileProblem? Read(ParseResult given, string path, CancellationToken stop, out TicketFile tickets)
    {
        FileProblem? problem = ColumnMap.Read(given.GetValue(Map) ?? [], out ColumnMap map);
        tickets = new TicketFile(path, [], []);
        return problem ?? TicketFile.Read(path, map, stop, out tickets);
    }

    /// <summary>Names the problem and gives the exit code of bad input.</summary>
    public static int Refuse(TextWriter error, FileProblem problem)
    {
        error.WriteLine(problem.Says);
        return 2;
    }
}
