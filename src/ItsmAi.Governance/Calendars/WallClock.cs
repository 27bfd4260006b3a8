namespace ItsmAi.Governance.Calendars;

/// <summary>What moment it is when the clock on the wall shows a time.</summary>
internal static class WallClock
{
    /// <summary>
    /// A time that the wall shows twice means the first; one that it skips means the moment of the skip. So a later
    /// time is never an earlier moment, and two days never overlap.
    /// </summary>
    public static DateTimeOffset Moment(TimeZoneInfo zone, DateTime shown)
    {
        while (zone.IsInvalidTime(shown)) shown = shown.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(shown) ? zone.GetAmbiguousTimeOffsets(shown).Max() : zone.GetUtcOffset(shown);
        return new DateTimeOffset(shown, offset).ToUniversalTime();
    }
}
