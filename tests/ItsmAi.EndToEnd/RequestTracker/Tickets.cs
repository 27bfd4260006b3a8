using System.IO.Compression;
using System.Text;
using ItsmAi.ServiceDeskWorld;
using ItsmAi.ServiceDeskWorld.Tickets;

namespace ItsmAi.EndToEnd.RequestTracker;

/// <summary>History to train on and tickets to arrive: real ones where the data is there, generated ones otherwise.</summary>
/// <param name="History">A CSV file with labels.</param>
/// <param name="Trial">A CSV file of later tickets, of which the model knows nothing: what autonomy is earned on.</param>
/// <param name="Queues">Which queue works on a label.</param>
internal sealed record Tickets(
    string History,
    string Trial,
    IReadOnlyList<(string Title, string Text)> Arriving,
    IReadOnlyDictionary<string, string> Queues)
{
    private const int Arrivals = 50;

    /// <summary>As many as a month brings, and enough to tell classes apart.</summary>
    private const int OnTrial = 1500;

    public static Tickets Get(string folder)
    {
        var data = Environment.GetEnvironmentVariable("ITSMAI_DATA") ?? Path.Combine(Root(), "..", "shared", "data");
        var real = Path.Combine(data, "it_tickets_endava");
        return Directory.Exists(real) ? Real(real, folder) : Generated(folder);
    }

    private static Tickets Real(string data, string folder)
    {
        var path = Path.Combine(folder, "history.csv");
        var rows = Rows(Path.Combine(data, "train.csv.gz")).Take(4001 + OnTrial).ToList();
        var trial = Path.Combine(folder, "trial.csv");
        File.WriteAllLines(trial, [rows[0], .. rows.Skip(4001)]);
        rows = rows[..4001];
        File.WriteAllLines(path, rows);
        var arriving = Rows(Path.Combine(data, "valid.csv.gz")).Skip(1)
            .Where(row => row.Length > 120)
            .Take(Arrivals)
            .Select(row => row[(row.IndexOf(',') + 1)..row.LastIndexOf(',')].Trim('"'))
            .Select(text => (string.Join(' ', text.Split(' ').Take(6)), text));
        string[] queues = ["Network", "Identity", "Applications", "Hardware"];
        var labels = rows.Skip(1).Select(row => row[(row.LastIndexOf(',') + 1)..]).Distinct().Order(StringComparer.Ordinal);
        return new Tickets(
            path,
            trial,
            [.. arriving],
            labels.Select((label, index) => (label, queue: queues[index % queues.Length])).ToDictionary(pair => pair.label, pair => pair.queue));
    }

    public static Tickets Generated(string folder)
    {
        var world = new World(7, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var path = Path.Combine(folder, "history.csv");
        var all = world.History(3000 + OnTrial);
        var history = all.Take(3000).ToList();
        var trial = Path.Combine(folder, "trial.csv");
        Write(path, history);
        Write(trial, all.Skip(3000));
        return new Tickets(
            path,
            trial,
            [.. world.Arrivals().Take(Arrivals).Select(arrival => (arrival.Title, arrival.Description))],
            history.GroupBy(past => past.Truth).ToDictionary(group => group.Key, group => group.First().Team.Name));
    }

    private static void Write(string path, IEnumerable<PastTicket> tickets)
    {
        var csv = new StringBuilder("id,title,description,label\n");
        foreach (var past in tickets) csv.Append($"{past.Number},{Cell(past.Title)},{Cell(past.Description)},{past.Label}\n");
        File.WriteAllText(path, csv.ToString());
    }

    private static IEnumerable<string> Rows(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ItsmAi.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
