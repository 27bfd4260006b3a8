using System.Diagnostics;
using System.Globalization;
using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Files.Tables;
using ItsmAi.Learning.Retrieval;

namespace ItsmAi.Benchmarks;

/// <summary>How well articles are found by questions whose answers are known, beside plain peers, and what a question costs.</summary>
public static class SearchBenchmark
{
    private const int Many = 20_000;

    public static void Run(TextWriter output)
    {
        foreach (var (name, articles, folder) in new[]
        {
            ("support articles", "index_plain.jsonl.gz", "ms_support_kb"), ("the same without titles", "index_hard.jsonl.gz", "ms_support_kb"),
            ("IBM Cloud", "index.csv", "mtrag_ibmcloud"),
        })
        {
            var path = Path.Combine(NabBenchmark.DataFolder(), folder);
            if (Directory.Exists(path)) Compare(output, name, Path.Combine(path, articles), path);
            else output.WriteLine($"search, {name}: not measurable, {path} is absent; set ITSMAI_DATA to the folder that holds {folder}");
        }

        Time(output);
    }

    private static void Compare(TextWriter output, string name, string articlesPath, string folder)
    {
        var articles = Read(ArticleFile.Read(articlesPath, ColumnMap.None, default, out var file), file.Articles);
        var queries = Read(TicketFile.Read(Path.Combine(folder, "queries.csv"), ColumnMap.None, default, out var asked), asked.Tickets);
        _ = Read(Table.Read(Path.Combine(folder, "qrels.csv"), ColumnMap.None, default, out var qrels), articles);
        var right = qrels!.Rows.ToLookup(row => row.Field("query_id"), row => row.Field("doc_id"));
        var judged = queries.Where(query => right[query.Id].Any()).ToList();

        var (index, peers) = (new DocumentIndex(), new PlainRankings(articles));
        foreach (var article in articles) index.Put(article);
        output.WriteLine($"search, {name}: {judged.Count} questions, {articles.Count} articles; MRR@10 / R@5");
        Print("ours", text => [.. index.Search(text, 10).Select(hit => hit.Id)]);
        Print("TF-IDF cosine, words 1-2", text => peers.Cosine(text, 10));
        Print("BM25", text => peers.Bm25(text, 10));

        void Print(string method, Func<string, IReadOnlyList<string>> find)
        {
            var (reciprocal, recall) = (0.0, 0.0);
            foreach (var query in judged)
            {
                var (found, relevant) = (find(query.Text), right[query.Id].ToHashSet(StringComparer.Ordinal));
                var first = found.TakeWhile(id => !relevant.Contains(id)).Count();
                reciprocal += first < found.Count ? 1.0 / (first + 1) : 0;
                recall += (double)found.Take(5).Count(relevant.Contains) / relevant.Count;
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {method,-26} {reciprocal / judged.Count:F3} / {recall / judged.Count:F3}"));
        }
    }

    /// <summary>Words by Zipf's law, as texts have them once the fifty most frequent, which say nothing, are left out.</summary>
    private static void Time(TextWriter output)
    {
        var random = new Random(1);
        var index = new DocumentIndex();
        for (var number = 0; number < Many; number++)
            index.Put(new IndexedDocument($"a{number}", Text(random, 8), Text(random, 250)));
        var times = new List<double>();
        for (var turn = -200; turn < 2_000; turn++)
        {
            var question = Text(random, random.Next(4, 60));
            var start = Stopwatch.GetTimestamp();
            index.Search(question, 10);
            if (turn >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var edit = Stopwatch.GetTimestamp();
        index.Put(new IndexedDocument("a7", Text(random, 8), Text(random, 250)));
        index.Search("w1 w2", 10);
        var edited = Stopwatch.GetElapsedTime(edit).TotalMilliseconds;
        times.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"search, {Many} articles of 258 words, {times.Count} questions of 4 to 59: p50 {times[times.Count / 2]:F2} ms (at most 5), "
            + $"p99 {times[times.Count * 99 / 100]:F2} ms; an edit and the next question {edited:F1} ms"));
    }

    private static string Text(Random random, int words) => string.Join(
        ' ', Enumerable.Range(0, words).Select(_ => $"w{(int)(50 * Math.Pow(1_000, random.NextDouble()))}"));

    private static T Read<T>(FileProblem? problem, T read) => problem is null ? read : throw new InvalidOperationException(problem.Says);
}
