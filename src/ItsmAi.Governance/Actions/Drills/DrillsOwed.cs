using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Obligations;

namespace ItsmAi.Governance.Actions.Drills;

/// <summary>What the first of the authority comes to owe over drills.</summary>
internal static class DrillsOwed
{
    /// <summary>Begins the id of every obligation to hold a drill.</summary>
    public const string Overdue = "drill-overdue-";

    /// <summary>A brake that does not brake is seen to within a day.</summary>
    private static readonly TimeSpan MendWithin = TimeSpan.FromDays(1);

    /// <summary>What is owed since the last drill grew too old: once for each whole period that it is late.</summary>
    /// <returns>Null while no drill is overdue, or nobody is named who could owe it.</returns>
    public static Obligation? OverdueAt(
        DateTimeOffset now, DateTimeOffset since, TimeSpan every, TimeSpan within, DutyRoster roster)
    {
        var periods = Math.Floor((now - since) / every);
        if (periods < 1 || roster.Authority.Count == 0) return null;
        var due = since + (every * periods);
        return new Obligation
        {
            Id = $"{Overdue}{due.UtcDateTime:yyyyMMddHHmm}",
            Owner = new Person(roster.Authority[0]),
            RaisedAt = now,
            DueAt = now + within,
            Says = $"the drill of the stop switch was due on {due.UtcDateTime:yyyy-MM-dd}: hold one (itsmai drill)",
            About = StopSwitch.Subject,
        };
    }

    public static Obligation Mend(DrillReport report, DutyRoster roster, Person by, DateTimeOffset now) => new()
    {
        Id = $"{report.Receipt}-mend",
        Owner = roster.Authority is [var first, ..] ? new Person(first) : by,
        RaisedAt = now,
        DueAt = now + MendWithin,
        Says = $"a drill found that the stop switch does not hold ({report.Says}); mend it",
        About = report.Receipt,
    };
}
