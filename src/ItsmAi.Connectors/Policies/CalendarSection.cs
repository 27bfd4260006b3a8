using System.Globalization;
using ItsmAi.Connectors.Yaml;
using ItsmAi.Governance.Calendars;

namespace ItsmAi.Connectors.Policies;

/// <summary>The part of a policy that says when people work; without it they always do.</summary>
internal static class CalendarSection
{
    private static readonly string[] Names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    public static BusinessCalendar Read(YamlMap? map)
    {
        if (map is null) return BusinessCalendar.Always;
        var read = new BusinessCalendar
        {
            Zone = Zone(map),
            Days = map.Has("days") ? [.. map.Texts("days").Select(text => Day(map, text))] : BusinessCalendar.Always.Days,
            From = Clock(map, "from") ?? TimeSpan.Zero,
            To = Clock(map, "to") ?? TimeSpan.FromHours(24),
            Holidays = [.. map.Texts("holidays").Select(text => Holiday(map, text))],
        };
        map.RefuseOthers();
        if (read.Days.Count == 0) throw map.Wrong("days", "", $"some of {string.Join(", ", Names)}; somebody has to work");
        return read.Check() is null
            ? read
            : throw map.Wrong("to", map.TextOrNull("to") ?? "24:00", "after from; use a later time of the same day, up to 24:00");
    }

    private static TimeZoneInfo Zone(YamlMap map)
    {
        var text = map.TextOrNull("zone") ?? "UTC";
        return TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)
            ? zone
            : throw map.Wrong("zone", text, "a time zone that this machine knows, such as Europe/Berlin or UTC");
    }

    private static DayOfWeek Day(YamlMap map, string text)
    {
        var day = Array.FindIndex(Names, name => text.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            && ((DayOfWeek)Array.IndexOf(Names, name)).ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return day >= 0 ? (DayOfWeek)day : throw map.Wrong("days", text, $"one of {string.Join(", ", Names)}");
    }

    private static TimeSpan? Clock(YamlMap map, string field)
    {
        if (map.TextOrNull(field) is not { } text) return null;
        if (text == "24:00") return TimeSpan.FromHours(24);
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToTimeSpan()
            : throw map.Wrong(field, text, "a time of the day such as \"08:00\", in quotes");
    }

    private static DateOnly Holiday(YamlMap map, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw map.Wrong("holidays", text, "a date such as 2026-12-25");
}
