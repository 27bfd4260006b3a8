using System.Globalization;
using ItsmAi.Governance.Calendars;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Obligations.Sweeping;

namespace ItsmAi.Governance.Tests.Obligations.Sweeping;

public sealed class OverdueTests
{
    private static readonly ObligationSettings Settings = new();

    public static TheoryData<string[]> Rows() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "overdue.csv")).Skip(1).Select(line => line.Split('|')),
    ];

    /// <summary>All times in hours from when it was raised.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public void What_is_owed_goes_up_and_calls_as_the_table_says(string[] cells)
    {
        var owed = new Ledger().Owed() with
        {
            DueAt = At(cells[0])!.Value, AcknowledgeBy = At(cells[2]), OpenedAtLevel = Number(cells[3]), Level = Number(cells[4]),
        };
        var now = At(cells[1])!.Value;

        Assert.True(Number(cells[5]) == Overdue.LevelOf(owed, Settings, BusinessCalendar.Always, now), cells[7]);
        Assert.True(At(cells[6]) == Overdue.LastCall(owed, Settings, BusinessCalendar.Always, now), cells[7]);
    }

    [Fact]
    public void Whoever_said_that_they_have_it_is_not_asked_again()
    {
        var owed = new Ledger().Owed() with
        {
            DueAt = At("96")!.Value, AcknowledgeBy = At("3"), AcknowledgedAt = At("1"),
        };

        Assert.Null(Overdue.LastCall(owed, Settings, BusinessCalendar.Always, At("4")!.Value));
    }

    private static DateTimeOffset? At(string hours) => hours.Length == 0 ? null : Some.Time.AddHours(Number(hours));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
