using System.CommandLine;
using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Files.Series;
using ItsmAi.Hosting.Pictures;
using ItsmAi.Learning.Detecting;
using ItsmAi.Learning.Series;

namespace ItsmAi.Hosting.Commands.Signals;

/// <summary><c>itsmai detect</c>: how odd each sample of a series is, by the samples up to it alone.</summary>
public static class DetectCommand
{
    /// <summary>The command, to be put under the root.</summary>
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var options = new DetectOptions();
        var command = new Command(
            "detect",
            "Say how odd each sample of a series is, by the samples up to it alone. "
            + "Exits with 0 when no score reaches the threshold, with 1 when one does, with 2 for bad input.")
        {
            options.Series, options.Out, options.Threshold, options.Plot, options.Json,
        };
        command.SetAction((given, stop) => Task.FromResult(Run(given, options, (output, error, clock), stop)));
        return command;
    }

    private static int Run(
        ParseResult given,
        DetectOptions options,
        (TextWriter Output, TextWriter Error, TimeProvider Clock) world,
        CancellationToken stop)
    {
        double threshold = given.GetValue(options.Threshold);
        if (!(threshold > 0 && threshold <= 1))
            return TicketOptions.Refuse(world.Error, new FileProblem($"--threshold: {threshold} is not above 0 and at most 1"));
        FileProblem? problem = SeriesFile.Read(given.GetRequiredValue(options.Series), stop, out SeriesFile series);
        if (problem is not null)
            return TicketOptions.Refuse(world.Error, problem);
        double[] scores = Scores(series, new ProgressBar(world.Error, world.Clock, "scoring"), stop);
        string into = given.GetRequiredValue(options.Out);
        var alarms = new List<Sample>();
        for (int row = 0; row < scores.Length; row++)
        {
            if (scores[row] >= threshold)
                alarms.Add(series.Rows[row].Sample);
        }
        problem = ScoreFile.Write(into, series, scores);
        if (problem is null && given.GetValue(options.Plot) is { } picture)
            problem = ScoreFile.WriteText(picture, Plot(series, alarms).Draw());
        if (problem is not null)
            return TicketOptions.Refuse(world.Error, problem);
        var report = new DetectReport(series, threshold, alarms, into);
        report.Write(world.Output, given.GetValue(options.Json));
        return alarms.Count > 0 ? Cli.Finding : Cli.Ok;
    }

    private static double[] Scores(SeriesFile series, ProgressBar bar, CancellationToken stop)
    {
        var detector = new AnomalyDetector();
        double[] scores = new double[series.Rows.Count];
        for (int row = 0; row < scores.Length; row++)
        {
            stop.ThrowIfCancellationRequested();
            scores[row] = detector.Score(series.Rows[row].Sample);
            if (row % 1_000 == 0)
                bar.Report((double)row / scores.Length);
        }
        bar.Clear();
        return scores;
    }

    private static SvgPlot Plot(SeriesFile series, List<Sample> alarms) => new($"Anomalies in {series.Name}", "value")
    {
        Lines = [new PlottedLine("value", [.. series.Samples])],
        MarkerName = "anomaly",
        Markers = alarms,
    };
}
