namespace ItsmAi.Hosting.Standalone;

/// <summary>
/// A six-field NCRONTAB schedule in UTC: <c>second minute hour day month weekday</c>. As with NCRONTAB, a day has to
/// fit
/// all three of day, month and weekday: <c>0 0 9 13 * FRI</c> is nine o'clock on a Friday the 13th.
/// </summary>
public sealed class CronSchedule
{
    // Every date comes back on each weekday within 40 years, a skipped leap year of a century included.
    private const int MostYears = 41;

    // As many as a month can have; in February 29 comes too.
    private static readonly int[] LongestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    private readonly CronField[] _fields;

    private CronSchedule(CronField[] fields) => _fields = fields;

    private CronField Seconds => _fields[0];

    private CronField Minutes => _fields[1];

    private CronField Hours => _fields[2];

    private CronField Days => _fields[3];

    private CronField Months => _fields[4];

    private CronField Weekdays => _fields[5];

    /// <exception cref="FormatException">Naming the field, what it says and what it may say.</exception>
    public static CronSchedule Read(string text)
    {
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != CronField.All.Count)
        {
            throw new FormatException(
                $"schedule: \"{text}\" has {parts.Length} fields; use six: {string.Join(' ', CronField.All.Select(f => f.Name))}");
        }

        var schedule = new CronSchedule([.. CronField.All.Zip(parts, (field, part) => CronField.Read(field, part))]);
        if (!schedule.HasADate())
        {
            throw new FormatException($"day: \"{parts[3]}\" never comes in the months \"{parts[4]}\"; use a date that exists");
        }

        return schedule;
    }

    /// <summary>The first time after <paramref name="after"/>, to the second.</summary>
    public DateTimeOffset Next(DateTimeOffset after)
    {
        var from = Whole(after).AddSeconds(1);
        var day = new DateTimeOffset(from.Date, TimeSpan.Zero);
        if (IsDay(day) && TimeOfDay(from.TimeOfDay) is { } later) return day + later;
        for (var end = day.AddYears(MostYears); day < end;)
        {
            day = Months.Has(day.Month) ? day.AddDays(1) : FirstOfNextMonth(day);
            if (IsDay(day)) return day + TimeOfDay(TimeSpan.Zero)!.Value;
        }

        throw new InvalidOperationException($"no time fits within {MostYears} years");
    }

    /// <summary>
    /// The last time at or before <paramref name="until"/> and after <paramref name="after"/>; null: none.
    /// </summary>
    public DateTimeOffset? Last(DateTimeOffset after, DateTimeOffset until)
    {
        var last = Next(after);
        if (last > until) return null;
        // Halves what is left instead of walking: after a year's standstill a schedule may have come a million times.
        var end = until;
        while (Next(last) is var next && next <= until)
        {
            var middle = next + ((end - next) / 2);
            if (Next(middle) is var found && found <= until) last = found;
            else (last, end) = (next, middle);
        }

        return last;
    }

    private bool HasADate() =>
        Enumerable.Range(1, 12).Any(month =>
            Months.Has(month) && Enumerable.Range(1, LongestMonths[month - 1]).Any(Days.Has));

    private bool IsDay(DateTimeOffset day) =>
        Months.Has(day.Month) && Days.Has(day.Day) && Weekdays.Has((int)day.DayOfWeek);

    private TimeSpan? TimeOfDay(TimeSpan from)
    {
        for (var hour = Hours.From(from.Hours); hour is not null; hour = Hours.From(hour.Value + 1))
        {
            var sameHour = hour == from.Hours;
            for (var minute = Minutes.From(sameHour ? from.Minutes : 0); minute is not null;
                minute = Minutes.From(minute.Value + 1))
            {
                var second = Seconds.From(sameHour && minute == from.Minutes ? from.Seconds : 0);
                if (second is not null) return new TimeSpan(hour.Value, minute.Value, second.Value);
            }
        }

        return null;
    }

    private static DateTimeOffset FirstOfNextMonth(DateTimeOffset day) => day.AddDays(1 - day.Day).AddMonths(1);

    private static DateTimeOffset Whole(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
