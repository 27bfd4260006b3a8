using System.CommandLine;
using System.Globalization;
using ItsmAi.Learning.Forecasting;

namespace ItsmAi.Hosting.Commands.Signals;

/// <summary>The options of <c>itsmai forecast</c>.</summary>
internal sealed class ForecastOptions
{
    public Option<string> Series { get; } = Named("--series", "The series: .csv with timestamp and value.", "FILE.csv", isRequired: true);

    public Option<string> Threshold { get; } = Named("--threshold", "The limit, in the series' own unit.", "X", isRequired: true);

    public Option<string> Direction { get; } = Named(
        "--direction", "Where the limit is breached: above or below.", "above|below", isRequired: true);

    public Option<string> Horizon { get; } = Named("--horizon", "How far ahead to look, such as 72h or 3d.", "72h", isRequired: true);

    public Option<string> Every { get; } = Named(
        "--every", "Replay: one answer per line and step, from the second day on.", "1h", isRequired: false);

    public Option<string> Plot { get; } = Named("--plot", "Where a picture goes.", "FILE.svg", isRequired: false);

    public Option<bool> Json { get; } = JsonOption.New();

    /// <exception cref="FormatException">An option has no value that can be used.</exception>
    public ForecastAsked Read(ParseResult given)
    {
        string direction = given.GetRequiredValue(Direction);
        if (direction is not ("above" or "below"))
            throw new FormatException($"--direction \"{Plain.Line(direction)}\" is neither above nor below");
        string threshold = given.GetRequiredValue(Threshold);
        if (!double.TryParse(threshold, NumberStyles.Float, CultureInfo.InvariantCulture, out double limit) || !double.IsFinite(limit))
            throw new FormatException($"--threshold \"{Plain.Line(threshold)}\" is not a finite number such as 95 or -0.5");
        return new ForecastAsked(
            given.GetRequiredValue(Series),
            new BreachLimit(limit, direction == "below"),
            Length("--horizon", given.GetRequiredValue(Horizon)),
            given.GetValue(Every) is { } every ? Length("--every", every) : null,
            given.GetValue(Plot),
            given.GetValue(Json));
    }

    private static TimeSpan Length(string option, string text)
    {
        double minutes = text.Length == 0 ? 0 : text[^1] switch { 'm' => 1, 'h' => 60, 'd' => 1440, _ => 0 };
        var number = text.AsSpan(0, Math.Max(0, text.Length - 1));
        bool isRead = double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count)
            && minutes > 0;
        double asked = count * minutes;
        return isRead && asked is >= 1 and <= 1440 * 3660
            ? TimeSpan.FromMinutes(asked)
            : throw new FormatException($"{option} \"{Plain.Line(text)}\" is not a length such as 30m, 72h or 3d, from 1m to 3660d");
    }

    private static Option<string> Named(string name, string description, string helpName, bool isRequired) =>
        new(name) { Description = description, HelpName = helpName, Required = isRequired };
}
