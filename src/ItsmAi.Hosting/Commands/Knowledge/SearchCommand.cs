using System.CommandLine;
using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Files.Tables;
using ItsmAi.Learning.Retrieval;

namespace ItsmAi.Hosting.Commands.Knowledge;

/// <summary><c>itsmai search</c>: which articles of a file or a folder answer the questions of another file.</summary>
public static class SearchCommand
{
    private const int MostHits = 1000;

    /// <summary>The command, to be put under the root.</summary>
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var options = new SearchOptions();
        var command = new Command("search", "Find the articles that answer questions: each question's best ones, the best first.")
        {
            options.Articles, options.Queries, options.Out, options.Top, options.Map, options.Json,
        };
        command.SetAction((given, stop) => Task.FromResult(Run(given, options, (output, error, clock), stop)));
        return command;
    }

    private static int Run(
        ParseResult given, SearchOptions options, (TextWriter Output, TextWriter Error, TimeProvider Clock) world, CancellationToken stop)
    {
        var top = given.GetValue(options.Top);
        if (top is < 1 or > MostHits)
            return TicketOptions.Refuse(world.Error, new FileProblem($"--top: {top} is not between 1 and {MostHits}"));
        var problem = ColumnMap.Read(given.GetValue(options.Map) ?? [], out var map);
        if (problem is not null) return TicketOptions.Refuse(world.Error, problem);
        problem = ArticleFile.Read(given.GetRequiredValue(options.Articles), map, stop, out var articles);
        if (problem is not null) return TicketOptions.Refuse(world.Error, problem);
        problem = TicketFile.Read(given.GetRequiredValue(options.Queries), map, stop, out var queries);
        if (problem is not null) return TicketOptions.Refuse(world.Error, problem);

        var (index, bar) = (new DocumentIndex(), new ProgressBar(world.Error, world.Clock, "searching"));
        var (work, done, without) = (articles.Articles.Count + queries.Tickets.Count, 0, 0);
        foreach (var article in articles.Articles)
        {
            stop.ThrowIfCancellationRequested();
            index.Put(article);
            bar.Report((double)++done / work);
        }

        var into = given.GetRequiredValue(options.Out);
        problem = RankedFile.Write(into, queries.Tickets.Select(query =>
        {
            stop.ThrowIfCancellationRequested();
            var hits = index.Search(query.Text, top);
            without += hits.Count == 0 ? 1 : 0;
            bar.Report((double)++done / work);
            return (query.Id, hits);
        }));
        bar.Clear();
        if (problem is not null) return TicketOptions.Refuse(world.Error, problem);
        Report(world.Output, given.GetValue(options.Json), (articles.Articles.Count, queries.Tickets.Count, without), into);
        return Cli.Ok;
    }

    private static void Report(TextWriter output, bool asJson, (int Articles, int Queries, int Without) counts, string path)
    {
        if (!asJson)
        {
            output.WriteLine(
                $"Searched {counts.Articles} articles for {counts.Queries} questions; {counts.Without} found nothing; wrote {path}.");
            return;
        }

        JsonReport.Write(output, json =>
        {
            json.WriteNumber("articles", counts.Articles);
            json.WriteNumber("queries", counts.Queries);
            json.WriteNumber("withoutHit", counts.Without);
            json.WriteString("out", path);
        });
    }
}
