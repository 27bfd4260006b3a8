using System.CommandLine;

namespace ItsmAi.Hosting.Commands.Knowledge;

/// <summary>The options of <c>itsmai search</c>.</summary>
internal sealed class SearchOptions
{
    public Option<string> Articles { get; } = new("--articles")
    {
        Description = "The articles: .csv or .jsonl, each also as .gz, with id, title and body; or a folder of Markdown files.",
        HelpName = "FILE_OR_DIR",
        Required = true,
    };

    public Option<string> Queries { get; } = new("--queries")
    {
        Description = "The questions: .csv or .jsonl, each also as .gz, with id and text.",
        HelpName = "FILE",
        Required = true,
    };

    public Option<string> Out { get; } = new("--out")
    {
        Description = "Where the findings go: query_id, rank, doc_id, score.", HelpName = "ranked.csv", Required = true,
    };

    public Option<int> Top { get; } = new("--top")
    {
        Description = "How many articles a question gets at most.", HelpName = "N", DefaultValueFactory = _ => 10,
    };

    public Option<string[]> Map { get; } = new("--map")
    {
        Description = "Which field a column is, such as \"Short description=title\"; may be given again.",
        HelpName = "column=field",
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Report as JSON." };
}
