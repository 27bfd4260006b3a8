using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using ItsmAi.Learning.Detecting;
using ItsmAi.Learning.Evaluation;
using ItsmAi.Learning.Series;

namespace ItsmAi.Learning.Tests.Evaluation;

/// <summary>Series of the Numenta Anomaly Benchmark, where they lie beside the repository or in ITSMAI_DATA.</summary>
internal sealed class NabCorpus
{
    private readonly string _folder;
    private readonly Dictionary<string, NabWindow[]> _windows;

    private NabCorpus(string folder)
    {
        _folder = folder;
        using var windows = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "windows.json")));
        _windows = windows.RootElement.EnumerateObject().ToDictionary(
            file => file.Name,
            file => file.Value.EnumerateArray().Select(pair => new NabWindow(Time(pair[0].GetString()!), Time(pair[1].GetString()!))).ToArray(),
            StringComparer.Ordinal);
    }

    public static NabCorpus Open()
    {
        string? given = Environment.GetEnvironmentVariable("ITSMAI_DATA");
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "ItsmAi.sln")))
            at = at.Parent;
        string root = string.IsNullOrEmpty(given) ? Path.GetFullPath(Path.Combine(at?.FullName ?? ".", "..", "shared", "data")) : given;
        string folder = Path.Combine(root, "nab_dev");
        if (!Directory.Exists(folder))
            Assert.Skip($"nab_dev is not in {root}; set ITSMAI_DATA to the folder that holds it");
        return new NabCorpus(folder);
    }

    public JsonDocument Expected() => JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "expected_scores.json")));

    public List<NabSeries> ScoredBy(string peer)
    {
        using var reader = new StreamReader(new GZipStream(
            File.OpenRead(Path.Combine(_folder, "peer_scores", peer + ".csv.gz")), CompressionMode.Decompress));
        var scores = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Trim().Split(',')).ToLookup(fields => fields[0], fields => Number(fields[1]), StringComparer.Ordinal);
        return [.. _windows.Keys.Order(StringComparer.Ordinal).Select(file =>
            new NabSeries(file, [.. Samples(file).Select(sample => sample.Time)], [.. scores[file]], _windows[file]))];
    }

    public List<NabSeries> ScoredByDetector() =>
        [.. _windows.Keys.Order(StringComparer.Ordinal).Select(file =>
        {
            var detector = new AnomalyDetector();
            List<Sample> samples = Samples(file);
            return new NabSeries(file, [.. samples.Select(sample => sample.Time)], [.. samples.Select(detector.Score)], _windows[file]);
        })];

    private List<Sample> Samples(string file) =>
        [.. File.ReadLines(Path.Combine(_folder, "data", file)).Skip(1).Where(line => line.Length > 0).Select(line =>
        {
            string[] fields = line.Split(',');
            return new Sample(Time(fields[0]), Number(fields[1]));
        })];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) - DateTimeOffset.UnixEpoch;
}
