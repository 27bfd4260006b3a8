using System.Globalization;

namespace ItsmAi.Changes.Scheduling;

/// <summary>What the clock on a team's wall shows: which ISO week a moment is in, and what moment a time of a day is.</summary>
internal static class TeamClock
{
    /// <summary>The ISO week, such as <c>2026-W07</c>.</summary>
    public static string Week(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var shown = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(shown):0000}-W{ISOWeek.GetWeekOfYear(shown):00}");
    }

    /// <summary>The last whole minute before the ISO week of a moment began.</summary>
    public static DateTimeOffset BeforeWeek(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var week = Week(moment, zone);
        var shown = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        var monday = shown.Date.AddDays(-(((int)shown.DayOfWeek + 6) % 7));
        // Clocks that were put forward or back since Monday make the way back longer or shorter, by less than three hours.
        var last = moment - (shown - monday) + TimeSpan.FromHours(3);
        if (last > moment) last = moment;
        while (Week(last, zone) == week) last -= TimeSpan.FromMinutes(1);
        return last;
    }

    /// <summary>A time that the wall shows twice means the first; one that it skips means the moment of the skip.</summary>
    public static DateTimeOffset Moment(DateTime shown, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(shown)) shown = shown.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(shown) ? zone.GetAmbiguousTimeOffsets(shown).Max() : zone.GetUtcOffset(shown);
        return new DateTimeOffset(shown, offset).ToUniversalTime();
    }
}
