using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Scheduling;

/// <summary>The windows of a change as moments. Two that touch are one; no window at all leaves every time open.</summary>
internal sealed class WindowHours(IReadOnlyList<ChangeWindow> windows, TimeZoneInfo zone)
{
    /// <summary>True where the whole time lies within.</summary>
    public bool Hold(DateTimeOffset start, DateTimeOffset end) => LatestStart(start, end - start, start) == start;

    /// <summary>The latest start, not after one moment and not before another, that a window has room for.</summary>
    public DateTimeOffset? LatestStart(DateTimeOffset notAfter, TimeSpan duration, DateTimeOffset notBefore)
    {
        if (windows.Count == 0) return notAfter;
        foreach (var (begin, end) in Merged(notBefore, notAfter + duration))
        {
            var start = end - duration < notAfter ? end - duration : notAfter;
            if (start >= begin && start >= notBefore) return start;
        }

        return null;
    }

    /// <summary>The windows that may touch a time, the latest first, joined where they meet.</summary>
    private List<(DateTimeOffset Begin, DateTimeOffset End)> Merged(DateTimeOffset from, DateTimeOffset to)
    {
        var merged = new List<(DateTimeOffset Begin, DateTimeOffset End)>();
        // A window that began the day before may reach into the first day, and one may go on after the last.
        var last = TimeZoneInfo.ConvertTime(to, zone).Date.AddDays(1);
        var first = TimeZoneInfo.ConvertTime(from, zone).Date.AddDays(-2);
        var all = new List<(DateTimeOffset Begin, DateTimeOffset End)>();
        for (var day = first; day <= last; day = day.AddDays(1))
            all.AddRange(windows.Where(window => window.Days.Contains(day.DayOfWeek)).Select(window => On(day, window)));
        foreach (var one in all.Where(one => one.End > one.Begin).OrderBy(one => one.Begin))
        {
            if (merged.Count > 0 && one.Begin <= merged[^1].End)
                merged[^1] = (merged[^1].Begin, one.End > merged[^1].End ? one.End : merged[^1].End);
            else
                merged.Add(one);
        }

        merged.Reverse();
        return merged;
    }

    private (DateTimeOffset Begin, DateTimeOffset End) On(DateTime day, ChangeWindow window)
    {
        var until = window.To > window.From ? day + window.To : day.AddDays(1) + window.To;
        return (TeamClock.Moment(day + window.From, zone), TeamClock.Moment(until, zone));
    }
}
