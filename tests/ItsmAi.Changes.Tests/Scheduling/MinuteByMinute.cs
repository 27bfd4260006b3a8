using ItsmAi.Changes.Scheduling;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Tests.Scheduling;

/// <summary>The slow way to a latest start: every minute is asked, from the deadline back.</summary>
internal sealed class MinuteByMinute
{
    private readonly ScheduleRequest _request;
    private readonly ChangeCalendar _calendar;
    private readonly TeamCapacity _team;
    private readonly int _minutes;
    private readonly List<Freeze> _freezes;
    private readonly Dictionary<DateTimeOffset, bool> _open = [];
    private readonly List<(DateTime Monday, bool Ai)> _weeks;

    public MinuteByMinute(ScheduleRequest request, ChangeCalendar calendar)
    {
        (_request, _calendar, _team) = (request, calendar, calendar.CapacityOf(request.Team));
        _minutes = (int)Math.Ceiling(request.Duration.TotalMinutes);
        string[] reach = ["i", "p", "s", "t"];
        _freezes = [.. calendar.Freezes.Where(freeze => freeze.On.Count == 0 || freeze.On.Intersect(reach).Any())];
        _weeks = [.. calendar.Booked.Where(one => one.Team == request.Team).Select(one => (Monday(one.Start, _team.Zone), one.IsAiProposed))];
        var last = request.FailsAt - request.Margin - TimeSpan.FromMinutes(_minutes);
        var at = new DateTimeOffset(last.Year, last.Month, last.Day, last.Hour, last.Minute, 0, TimeSpan.Zero);
        for (; at >= request.NotBefore; at = at.AddMinutes(-1))
        {
            if (IsFrozen(at) || Collides(at) || !IsOpen(at)) continue;
            LatestSafe ??= at;
            if (IsFull(at) || IsBeyondShare(at)) continue;
            LatestFree = at;
            return;
        }
    }

    public DateTimeOffset? LatestSafe { get; }

    public DateTimeOffset? LatestFree { get; }

    public static DateTime Monday(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var day = TimeZoneInfo.ConvertTime(moment, zone).Date;
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    public bool IsTrue(RejectedStart rejected) => rejected.Obstacle switch
    {
        StartObstacle.Freeze => IsFrozen(rejected.At),
        StartObstacle.Collision => Collides(rejected.At),
        StartObstacle.Window => !IsOpen(rejected.At),
        StartObstacle.Capacity => IsFull(rejected.At),
        _ => IsBeyondShare(rejected.At),
    };

    private bool IsFrozen(DateTimeOffset at) =>
        _freezes.Exists(freeze => freeze.From < at.AddMinutes(_minutes) && (freeze.Until is null || freeze.Until > at));

    private bool Collides(DateTimeOffset at) =>
        _calendar.Booked.Any(one => one.Item == "i" && one.Start < at.AddMinutes(_minutes) && one.End > at);

    private bool IsFull(DateTimeOffset at) => _weeks.Count(one => one.Monday == Monday(at, _team.Zone)) >= _team.PerWeek;

    private bool IsBeyondShare(DateTimeOffset at) => _request.IsAiProposed
        && _weeks.Count(one => one.Ai && one.Monday == Monday(at, _team.Zone)) >= Math.Max(Math.Min(1, _team.PerWeek), (int)(_team.PerWeek * _calendar.AiShare));

    private bool IsOpen(DateTimeOffset at)
    {
        if (_request.Windows.Count == 0) return true;
        // The last minute first: where the window ends is what differs from one start to the next.
        for (var minute = _minutes - 1; minute >= 0; minute--)
        {
            if (!IsWithin(at.AddMinutes(minute))) return false;
        }

        return true;
    }

    private bool IsWithin(DateTimeOffset minute)
    {
        if (_open.TryGetValue(minute, out var known)) return known;
        var shown = TimeZoneInfo.ConvertTime(minute, _team.Zone).DateTime;
        return _open[minute] = _request.Windows.Any(window => window.To > window.From
            ? window.Days.Contains(shown.DayOfWeek) && shown.TimeOfDay >= window.From && shown.TimeOfDay < window.To
            : (window.Days.Contains(shown.DayOfWeek) && shown.TimeOfDay >= window.From)
                || (window.Days.Contains(shown.AddDays(-1).DayOfWeek) && shown.TimeOfDay < window.To));
    }
}
