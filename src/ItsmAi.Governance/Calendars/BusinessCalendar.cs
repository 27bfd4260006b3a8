namespace ItsmAi.Governance.Calendars;

/// <summary>
/// When people work: which hours, on which days, in one time zone. What is owed falls due in working time only. Without
/// further word every hour of every day is one.
/// </summary>
public sealed record BusinessCalendar
{
    /// <summary>Every hour of every day: working time is time.</summary>
    public static BusinessCalendar Always { get; } = new();

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public IReadOnlyList<DayOfWeek> Days { get; init; } = Enum.GetValues<DayOfWeek>();

    /// <summary>When a working day begins, by the clock on the wall.</summary>
    public TimeSpan From { get; init; } = TimeSpan.Zero;

    /// <summary>When a working day ends, by the clock on the wall; at most 24 hours.</summary>
    public TimeSpan To { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Days on which nobody works, whatever day of the week they are.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>The working time of one day: what a business day is.</summary>
    public TimeSpan DayLength => To - From;

    private bool IsAlways =>
        DayLength == TimeSpan.FromHours(24) && Holidays.Count == 0 && Enum.GetValues<DayOfWeek>().All(Days.Contains);

    /// <summary>What stands wrong, or null.</summary>
    public string? Check()
    {
        if (Days.Count == 0) return "days: \"\" leaves nobody to work; use some of Mon, Tue, Wed, Thu, Fri, Sat, Sun";
        return From < TimeSpan.Zero || To > TimeSpan.FromHours(24) || To <= From
            ? $"to: \"{To:hh\\:mm}\" is not after from {From:hh\\:mm}; use a later time of the same day, up to 24:00"
            : null;
    }

    /// <summary>When something is due that was given so long. Whole days are business days.</summary>
    public DateTimeOffset Due(DateTimeOffset from, TimeSpan within) => Add(from, Working(within));

    /// <summary>
    /// A length of time as it is written in a policy, as working time: its whole days are business days.
    /// </summary>
    public TimeSpan Working(TimeSpan written)
    {
        var days = TimeSpan.FromDays(written.Days);
        return (DayLength * written.Days) + (written - days);
    }

    /// <summary>The earliest moment by which so much working time has passed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan working)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(working, TimeSpan.Zero);
        if (IsAlways || working == TimeSpan.Zero) return from + working;
        var left = working;
        foreach (var (begin, end) in Hours(from))
        {
            if (left <= end - begin) return begin + left;
            left -= end - begin;
        }

        throw new ArgumentOutOfRangeException(nameof(working), working, "the calendar ends before so much time has passed");
    }

    /// <summary>The working time between two moments; negative where the second is the earlier.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        if (to < from) return -Between(to, from);
        if (IsAlways) return to - from;
        var sum = TimeSpan.Zero;
        foreach (var (begin, end) in Hours(from))
        {
            if (begin >= to) break;
            sum += (end < to ? end : to) - begin;
        }

        return sum;
    }

    /// <summary>The working hours from a moment on, day by day, until the calendar ends.</summary>
    private IEnumerable<(DateTimeOffset Begin, DateTimeOffset End)> Hours(DateTimeOffset from)
    {
        if (Check() is { } wrong) throw new InvalidOperationException(wrong);
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, Zone).DateTime);
        for (var day = first; day < DateOnly.MaxValue; day = day.AddDays(1))
        {
            if (!Days.Contains(day.DayOfWeek) || Holidays.Contains(day)) continue;
            var midnight = day.ToDateTime(TimeOnly.MinValue);
            var begin = WallClock.Moment(Zone, midnight + From);
            var end = WallClock.Moment(Zone, midnight + To);
            if (begin < from) begin = from;
            if (end > begin) yield return (begin, end);
        }
    }
}
