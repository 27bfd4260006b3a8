using System.CommandLine;
using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Files.Series;
using ItsmAi.Learning.Forecasting;

namespace ItsmAi.Hosting.Commands.Signals;

/// <summary><c>itsmai forecast</c>: whether and when a series breaches its limit; 1 where a breach is expected or there.</summary>
public static class ForecastCommand
{
    /// <summary>The command, to be put under the root.</summary>
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var options = new ForecastOptions();
        var command = new Command("forecast", "Whether and when a series breaches its limit.")
        {
            options.Series, options.Threshold, options.Direction, options.Horizon, options.Every, options.Plot, options.Json,
        };
        command.SetAction((given, stop) => Task.FromResult(Run(options.Read(given), (output, error), stop)));
        return command;
    }

    private static int Run(ForecastAsked asked, (TextWriter Output, TextWriter Error) writers, CancellationToken stop)
    {
        if (SeriesFile.Read(asked.Path, stop, out SeriesFile series) is { } problem)
            return TicketOptions.Refuse(writers.Error, problem);
        if (!series.Rows.Any(row => !row.Sample.IsMissing))
            return TicketOptions.Refuse(writers.Error, new FileProblem($"{series.Name}: no row has a value; nothing can be forecast"));
        var forecaster = new BreachForecaster(asked.Limit);
        TimeSpan? next = null;
        foreach (var sample in series.Samples)
        {
            stop.ThrowIfCancellationRequested();
            bool isNew = forecaster.Add(sample);
            if (!isNew || asked.Every is not { } every) continue;
            next ??= sample.Time + TimeSpan.FromDays(1);
            if (sample.Time < next) continue;
            ForecastReport.WriteLine(writers.Output, asked, forecaster.Forecast(asked.Horizon));
            while (next <= sample.Time) next += every;
        }

        var answer = forecaster.Forecast(asked.Horizon);
        if (asked.Every is null) ForecastReport.Write(writers.Output, asked, answer);
        if (asked.Plot is { } plot) File.WriteAllText(plot, ForecastPicture.Of(series, asked, answer).Draw());
        return answer is BreachForecast.BreachExpected or BreachForecast.AlreadyBreached ? Cli.Finding : Cli.Ok;
    }
}
