using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Files.Series;
using ItsmAi.Learning.Detecting;
using ItsmAi.Learning.Evaluation;
using ItsmAi.Learning.Series;

namespace ItsmAi.Benchmarks;

/// <summary>
/// How well anomalies are found in labelled real series (Numenta Anomaly Benchmark), beside a peer and a blind control,
/// and what a point costs.
/// </summary>
public static class NabBenchmark
{
    /// <summary>Scores every series that is there, one after the other, and prints the figures.</summary>
    public static void Run(TextWriter output)
    {
        string folder = Path.Combine(DataFolder(), "nab_dev");
        if (!Directory.Exists(folder))
        {
            output.WriteLine($"nab: not measurable, {folder} is absent; set ITSMAI_DATA to the folder that holds nab_dev");
            return;
        }
        NabSeries[] corpus = [.. Read(folder).OrderBy(series => series.Name, StringComparer.Ordinal)];
        output.WriteLine($"Anomalies: {corpus.Length} series, {corpus.Sum(series => series.Times.Count)} rows, "
            + $"{corpus.Sum(series => series.Windows.Count)} windows");
        _ = Detected(corpus[0], out _);
        long start = Stopwatch.GetTimestamp();
        int largest = 0;
        NabSeries[] detected = [.. corpus.Select(series =>
        {
            NabSeries scored = Detected(series, out int state);
            largest = Math.Max(largest, state);
            return scored;
        })];
        double micros = Stopwatch.GetElapsedTime(start).TotalMicroseconds / corpus.Sum(series => series.Times.Count);
        Print(output, "novelty", detected);
        Print(output, "windowed Gaussian", [.. corpus.Select(WindowedGaussian.Scored)]);
        Print(output, "blind, every 5 %", [.. corpus.Select(series => Blind(series, 0.05))]);
        Print(output, "blind, every 10 %", [.. corpus.Select(series => Blind(series, 0.1))]);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {micros:F1} us a point, states written included; at most {largest} bytes of state"));
    }

    private static void Print(TextWriter output, string name, NabSeries[] series)
    {
        NabScore[] scores = [.. NabProfile.All.Select(profile => NabScore.Best(series, profile))];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-20} {string.Join(" / ", scores.Select(score => score.Final.ToString("F1", CultureInfo.InvariantCulture)))}"
            + $", transferred {NabScore.Transferred(series, NabProfile.Standard):F1}"
            + $", thresholds {string.Join(" / ", scores.Select(score => score.Threshold.ToString("F3", CultureInfo.InvariantCulture)))}"));
    }

    private static NabSeries Detected(NabSeries series, out int state)
    {
        var detector = new AnomalyDetector();
        double[] scores = [.. series.Times.Select((time, row) => detector.Score(new Sample(time, series.Scores[row])))];
        state = detector.ToBytes().Length;
        return series with { Scores = scores };
    }

    private static NabSeries Blind(NabSeries series, double share)
    {
        int every = Math.Max(1, (int)(series.Times.Count * share));
        return series with { Scores = [.. series.Times.Select((_, row) => row % every == 0 ? 1.0 : 0)] };
    }

    // Until they are scored, the values stand where the scores will.
    private static IEnumerable<NabSeries> Read(string folder)
    {
        using var windows = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "windows.json")));
        foreach (JsonProperty labelled in windows.RootElement.EnumerateObject())
        {
            string path = Path.Combine(folder, "data", labelled.Name);
            FileProblem? problem = SeriesFile.Read(path, CancellationToken.None, out SeriesFile file);
            if (problem is not null)
                throw new InvalidOperationException(problem.Says);
            yield return new NabSeries(
                labelled.Name,
                [.. file.Samples.Select(sample => sample.Time)],
                [.. file.Samples.Select(sample => sample.Value)],
                [.. labelled.Value.EnumerateArray().Select(pair => new NabWindow(Time(pair[0]), Time(pair[1])))]);
        }
    }

    private static TimeSpan Time(JsonElement text) => SeriesTime.TryRead(text.GetString() ?? "", out TimeSpan time)
        ? time
        : throw new InvalidOperationException($"windows.json: \"{text}\" is not a time; accepted is {SeriesTime.Accepted}");

    internal static string DataFolder()
    {
        string? given = Environment.GetEnvironmentVariable("ITSMAI_DATA");
        if (!string.IsNullOrEmpty(given))
            return given;
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "ItsmAi.sln")))
            at = at.Parent;
        return Path.GetFullPath(Path.Combine(at?.FullName ?? ".", "..", "shared", "data"));
    }
}
