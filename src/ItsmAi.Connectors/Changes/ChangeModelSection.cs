using System.Globalization;
using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;

namespace ItsmAi.Connectors.Changes;

/// <summary>One version of a change model as it stands in the file.</summary>
internal static class ChangeModelSection
{
    private static readonly string[] Names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    public static ChangeModel Read(YamlMap map)
    {
        var read = new ChangeModel
        {
            Id = map.Text("id"),
            Version = map.Whole("version", 1, 1_000_000) ?? throw map.Wrong("version", "", "there; write version: 1"),
            Author = new Person(map.Text("author")),
            Scope = Scope(map.Map("scope")),
            Steps = map.Texts("steps"),
            BackOut = map.Text("backOut"),
            Duration = map.Duration("duration") ?? throw map.Wrong("duration", "", "there; write duration: 2h, for example"),
            Team = new Team(map.Text("team")),
            Roles = map.Texts("roles"),
            Requires = map.Texts("requires"),
            IsPreAuthorised = map.Flag("preAuthorised") ?? false,
            ExpiresAt = map.TextOrNull("expires") is { } day ? Moments.Read(map, "expires", day) : null,
            Risk = map.OneOf<ChangeRisk>("risk") ?? ChangeRisk.Medium,
            Line = map.Line,
        };
        map.RefuseOthers();
        return read;
    }

    private static ChangeScope Scope(YamlMap? map)
    {
        if (map is null) return new ChangeScope();
        var read = new ChangeScope
        {
            Classes = map.Texts("classes"),
            Services = map.Texts("services"),
            Conditions = map.Texts("conditions"),
            Series = map.Texts("series"),
            Windows = [.. map.Maps("windows").Select(Window)],
        };
        map.RefuseOthers();
        return read;
    }

    private static ChangeWindow Window(YamlMap map)
    {
        IReadOnlyList<DayOfWeek> days = map.Has("days")
            ? [.. map.Texts("days").Select(text => Day(map, text))]
            : Enum.GetValues<DayOfWeek>();
        var read = new ChangeWindow(days, Clock(map, "from") ?? TimeSpan.Zero, Clock(map, "to") ?? TimeSpan.FromHours(24));
        map.RefuseOthers();
        return read;
    }

    private static DayOfWeek Day(YamlMap map, string text)
    {
        var day = Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return day >= 0 ? (DayOfWeek)day : throw map.Wrong("days", text, $"one of {string.Join(", ", Names)}");
    }

    private static TimeSpan? Clock(YamlMap map, string field)
    {
        if (map.TextOrNull(field) is not { } text) return null;
        if (text == "24:00") return TimeSpan.FromHours(24);
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToTimeSpan()
            : throw map.Wrong(field, text, "a time of the day such as \"22:00\", in quotes");
    }
}
