using System.CommandLine;
using ItsmAi.Learning.Detecting;

namespace ItsmAi.Hosting.Commands.Signals;

/// <summary>The options of <c>detect</c>.</summary>
internal sealed class DetectOptions
{
    public Option<string> Series { get; } = new("--series")
    {
        Description = "The series: CSV with timestamp (ISO 8601, UTC without a zone) and value (nothing where it is missing).",
        HelpName = "FILE.csv",
        Required = true,
    };

    public Option<string> Out { get; } = new("--out")
    {
        Description = "Where the scores go, a row for each row of the series.", HelpName = "scores.csv", Required = true,
    };

    public Option<double> Threshold { get; } = new("--threshold")
    {
        Description = "The score from which on a sample is called an anomaly; the scores do not depend on it.",
        HelpName = "SCORE",
        DefaultValueFactory = _ => AnomalyDetector.DefaultThreshold,
    };

    public Option<string> Plot { get; } = new("--plot")
    {
        Description = "Also draw the series and its anomalies.", HelpName = "FILE.svg",
    };

    public Option<bool> Json { get; } = JsonOption.New();
}
