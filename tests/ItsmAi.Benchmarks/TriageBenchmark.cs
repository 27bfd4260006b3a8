using System.Diagnostics;
using System.Globalization;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Files.Tables;
using ItsmAi.Hosting.Reactions;
using ItsmAi.Incidents.Triage;
using ItsmAi.Learning.Bytes;
using ItsmAi.Learning.Classification;
using ItsmAi.Learning.Retrieval;
using ItsmAi.Learning.Training;

namespace ItsmAi.Benchmarks;

/// <summary>
/// How long the mathematics of one ticket takes: predict, explain and find the similar ones, one at a time.
/// </summary>
public static class TriageBenchmark
{
    private const int Rounds = 2_000;
    private const int Similar = 5;
    private const int Words = 5;
    private const string Output = "category";
    private static readonly TriageOptions Options = new();

    /// <summary>Learns from real tickets where they are present, else from made-up ones; prints the times.</summary>
    public static void Run(TextWriter output)
    {
        (string source, LabelledText[] learned, string[] asked) = Tickets();
        output.WriteLine($"Triage of one ticket: {source}, {learned.Length} learned from, {Rounds} asked");
        long start = Stopwatch.GetTimestamp();
        byte[] bytes = LabelledModels
            .Train((learned, null), [Output], new TrainingOptions(), CancellationToken.None).ToBytes();
        output.WriteLine($"  learn {Stopwatch.GetElapsedTime(start).TotalSeconds,11:F1} s {bytes.Length / 1e6:F0} MB");
        start = Stopwatch.GetTimestamp();
        ModelReading<LabelledModels> reading = LabelledModels.Read(bytes);
        output.WriteLine($"  load     {Stopwatch.GetElapsedTime(start).TotalMilliseconds,8:F1} ms");
        LabelledModels models = reading.Model ?? throw new InvalidOperationException(reading.Problem?.Says);
        var triage = new PredictTriage(models);
        var times = new Times();
        for (int round = -asked.Length; round < Rounds; round++)
            times.Take(models, triage, asked[(round + asked.Length) % asked.Length], isCounted: round >= 0);
        times.Print(output);
    }

    private static (string Source, LabelledText[] Learned, string[] Asked) Tickets()
    {
        string folder = Path.Combine(DataFolder(), "it_tickets_endava");
        if (!Directory.Exists(folder))
        {
            LabelledText[] made = MadeUp(new Random(1), 34_000);
            return ("made-up text (it_tickets_endava is absent)", made, [.. made.Take(Rounds).Select(row => row.Text)]);
        }
        LabelledText[] learned = [.. Read(folder, "train").Select(Labelled)];
        return ("it_tickets_endava", learned, [.. Read(folder, "valid").Take(Rounds).Select(ticket => ticket.Text)]);
    }

    private static IReadOnlyList<TicketRow> Read(string folder, string part)
    {
        FileProblem? problem = TicketFile.Read(
            Path.Combine(folder, part + ".csv.gz"), ColumnMap.None, CancellationToken.None, out TicketFile file);
        return problem is null ? file.Tickets : throw new InvalidOperationException(problem.Says);
    }

    private static LabelledText Labelled(TicketRow ticket) => Labelled(ticket.Id, ticket.Text, ticket.Field("label"));

    private static LabelledText Labelled(string id, string text, string label) =>
        new(id, text, new Dictionary<string, string>(StringComparer.Ordinal) { [Output] = label });

    private static string DataFolder()
    {
        string? given = Environment.GetEnvironmentVariable("ITSMAI_DATA");
        if (!string.IsNullOrEmpty(given))
            return given;
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "ItsmAi.sln")))
            at = at.Parent;
        return Path.GetFullPath(Path.Combine(at?.FullName ?? ".", "..", "shared", "data"));
    }

    // Word ranks after Zipf, as in real text: a few stand in most tickets, most in few. Labels shift them a little.
    private static LabelledText[] MadeUp(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(row =>
        {
            int label = random.Next(8);
            var words = Enumerable.Range(0, random.Next(30, 100))
                .Select(_ => (int)Math.Pow(20_000, random.NextDouble()) + (random.Next(5) == 0 ? 20_000 * label : 0))
                .Select(rank => $"w{rank}");
            return Labelled(row.ToString(CultureInfo.InvariantCulture), string.Join(' ', words), $"label {label}");
        }),
    ];

    /// <summary>The whole of triage, but for store and desk: completeness, redaction, prediction, suggestion.</summary>
    private static Ticket TicketOf(string text) => new()
    {
        Id = new TicketId(new ConnectionName("rt-main"), "1"),
        Title = text[..Math.Min(text.Length, 60)],
        Description = text,
        Status = TicketStatus.New,
        Team = Options.Intake,
        Version = "1",
        CreatedAt = default,
        UpdatedAt = default,
    };

    private sealed class Times
    {
        private readonly List<double> _predict = [];
        private readonly List<double> _explain = [];
        private readonly List<double> _nearest = [];
        private readonly List<double> _all = [];
        private readonly List<double> _whole = [];

        public void Take(LabelledModels models, PredictTriage triage, string text, bool isCounted)
        {
            long start = Stopwatch.GetTimestamp();
            Prediction prediction = models.Predict(text, Output);
            long predicted = Stopwatch.GetTimestamp();
            IReadOnlyList<WordWeight> words = models.Explain(text, Output, prediction.Label, Words);
            long explained = Stopwatch.GetTimestamp();
            IReadOnlyList<SimilarText> similar = models.Nearest(text, Similar);
            long found = Stopwatch.GetTimestamp();
            if (!isCounted || words.Count + similar.Count < 0)
                return;
            _predict.Add(Stopwatch.GetElapsedTime(start, predicted).TotalMilliseconds);
            _explain.Add(Stopwatch.GetElapsedTime(predicted, explained).TotalMilliseconds);
            _nearest.Add(Stopwatch.GetElapsedTime(explained, found).TotalMilliseconds);
            _all.Add(Stopwatch.GetElapsedTime(start, found).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            TriageIncident.Suggest(TicketOf(text), triage.Of, "created", Options);
            _whole.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        public void Print(TextWriter output)
        {
            Print(output, "predict", _predict);
            Print(output, "explain", _explain);
            Print(output, "nearest", _nearest);
            Print(output, "all", _all);
            Print(output, "triage", _whole);
        }

        private static void Print(TextWriter output, string name, List<double> times)
        {
            times.Sort();
            output.WriteLine(
                $"  {name,-8} {times[times.Count / 2],8:F3} ms median, {times[times.Count * 99 / 100]:F3} ms p99");
        }
    }
}
