using ItsmAi.Governance.Calendars;

namespace ItsmAi.Governance.Obligations.Sweeping;

/// <summary>How far an obligation should have gone up by now, and when its people should have heard of it.</summary>
internal static class Overdue
{
    /// <summary>
    /// One level when the date has passed, and one more for each period since, counted from where it was opened.
    /// </summary>
    public static int LevelOf(Obligation owed, ObligationSettings settings, BusinessCalendar calendar, DateTimeOffset now) =>
        owed.IsOverdue(now) ? owed.OpenedAtLevel + 1 + Periods(owed, settings, calendar, now) : owed.Level;

    /// <summary>The last moment until now at which its people should hear of it; null where there was none.</summary>
    public static DateTimeOffset? LastCall(Obligation owed, ObligationSettings settings, BusinessCalendar calendar, DateTimeOffset now)
    {
        var calls = new List<DateTimeOffset> { Before(owed, settings, calendar) };
        if (owed is { AcknowledgeBy: { } by, AcknowledgedAt: null }) calls.Add(by);
        if (owed.IsOverdue(now))
        {
            calls.Add(calendar.Add(owed.DueAt, calendar.Working(settings.EscalateEvery) * Periods(owed, settings, calendar, now)));
        }

        return calls.Where(call => call <= now).Cast<DateTimeOffset?>().Max();
    }

    /// <summary>So long before the date as the policy says, but not before half of the time has passed.</summary>
    private static DateTimeOffset Before(Obligation owed, ObligationSettings settings, BusinessCalendar calendar)
    {
        var given = calendar.Between(owed.RaisedAt, owed.DueAt);
        var ahead = calendar.Working(settings.RemindBefore);
        if (given <= TimeSpan.Zero) return owed.DueAt;
        return calendar.Add(owed.RaisedAt, ahead * 2 < given ? given - ahead : given / 2);
    }

    private static int Periods(Obligation owed, ObligationSettings settings, BusinessCalendar calendar, DateTimeOffset now) =>
        (int)Math.Min(1000, calendar.Between(owed.DueAt, now).Ticks / calendar.Working(settings.EscalateEvery).Ticks);
}
