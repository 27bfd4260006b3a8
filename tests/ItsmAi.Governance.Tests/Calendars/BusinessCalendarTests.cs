using System.Globalization;
using ItsmAi.Governance.Calendars;

namespace ItsmAi.Governance.Tests.Calendars;

public sealed class BusinessCalendarTests
{
    private const int Runs = 12_000;

    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/Havana", "Asia/Kathmandu", "Australia/Lord_Howe"];

    public static TheoryData<string, string[]> Rows() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "calendar.csv")).Skip(1)
            .Select(line => line.Split('|')).Select(cells => (cells[0], cells[1..])),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_was_given_so_long_is_due_then(string what, string[] cells)
    {
        var calendar = new BusinessCalendar
        {
            Zone = TimeZoneInfo.FindSystemTimeZoneById(cells[0]),
            Days = cells[1] == "all" ? Enum.GetValues<DayOfWeek>() : [.. Enum.GetValues<DayOfWeek>()[1..6]],
            From = Clock(cells[2]),
            To = Clock(cells[3]),
            Holidays = cells[4].Length == 0 ? [] : [DateOnly.Parse(cells[4], CultureInfo.InvariantCulture)],
        };

        var due = calendar.Due(Moment(cells[5]), Length(cells[6]));

        Assert.True(Moment(cells[7]) == due, $"{what}: {due:u}");
    }

    [Fact]
    public void To_add_and_to_take_the_time_between_are_inverse()
    {
        var draw = new Random(4711);
        for (var run = 0; run < Runs; run++)
        {
            var calendar = Some(draw);
            var from = Moment("2026-01-01T00:00").AddMinutes(draw.Next(500_000));
            var working = TimeSpan.FromMinutes(draw.Next(1, 6_000));

            var due = calendar.Add(from, working);

            Assert.Equal(working, calendar.Between(from, due));
            Assert.Equal(-working, calendar.Between(due, from));

            // The earliest moment: a tick before, less has passed.
            Assert.True(calendar.Between(from, due.AddTicks(-1)) < working);
        }
    }

    [Fact]
    public void Time_between_adds_up()
    {
        var draw = new Random(815);
        for (var run = 0; run < Runs; run++)
        {
            var calendar = Some(draw);
            var a = Moment("2026-01-01T00:00").AddMinutes(draw.Next(500_000));
            var b = a.AddMinutes(draw.Next(20_000));
            var c = b.AddMinutes(draw.Next(20_000));

            Assert.Equal(calendar.Between(a, c), calendar.Between(a, b) + calendar.Between(b, c));
        }
    }

    [Fact]
    public void A_calendar_on_which_nobody_works_is_refused()
    {
        Assert.Contains("days", new BusinessCalendar { Days = [] }.Check(), StringComparison.Ordinal);
        Assert.Contains("18:00", new BusinessCalendar { From = Clock("18:00"), To = Clock("18:00") }.Check(), StringComparison.Ordinal);
        Assert.Null(BusinessCalendar.Always.Check());
        Assert.Throws<ArgumentOutOfRangeException>(() => BusinessCalendar.Always.Add(Moment("2026-01-01T00:00"), -TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData(0, 24, true)]
    [InlineData(8, 18, true)]
    [InlineData(-1, 18, false)]
    [InlineData(8, 25, false)]
    [InlineData(8, 8, false)]
    [InlineData(8, 7, false)]
    public void A_working_day_lies_within_one_day(int from, int to, bool fits)
    {
        var calendar = new BusinessCalendar { From = TimeSpan.FromHours(from), To = TimeSpan.FromHours(to) };

        Assert.Equal(fits, calendar.Check() is null);
        if (!fits) Assert.Throws<InvalidOperationException>(() => calendar.Add(Moment("2026-03-02T09:00"), TimeSpan.FromHours(48)));
    }

    [Fact]
    public void What_would_be_due_after_the_end_of_time_is_refused()
    {
        var calendar = new BusinessCalendar { Days = [DayOfWeek.Monday] };

        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Add(Moment("9999-12-01T00:00"), TimeSpan.FromDays(30)));
    }

    [Fact]
    public void No_time_at_all_is_due_at_once_even_at_night() =>
        Assert.Equal(
            Moment("2026-03-07T03:00"),
            new BusinessCalendar { Days = [DayOfWeek.Monday], From = Clock("08:00") }.Add(Moment("2026-03-07T03:00"), TimeSpan.Zero));

    private static BusinessCalendar Some(Random draw)
    {
        var from = draw.Next(0, 44);
        return new BusinessCalendar
        {
            Zone = TimeZoneInfo.FindSystemTimeZoneById(Zones[draw.Next(Zones.Length)]),
            Days = [.. Enum.GetValues<DayOfWeek>().Where(day => day == DayOfWeek.Tuesday || draw.Next(3) > 0)],
            From = TimeSpan.FromMinutes(30 * from),
            To = TimeSpan.FromMinutes(30 * draw.Next(from + 4, 49)),
            Holidays = [new DateOnly(2026, draw.Next(1, 13), draw.Next(1, 28)), new DateOnly(2026, 12, 25)],
        };
    }

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static TimeSpan Clock(string text) =>
        TimeSpan.FromHours(int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture))
        + TimeSpan.FromMinutes(int.Parse(text.AsSpan(3), CultureInfo.InvariantCulture));

    private static TimeSpan Length(string text)
    {
        var number = int.Parse(text.AsSpan(0, text.Length - 1), CultureInfo.InvariantCulture);
        return text.EndsWith('d') ? TimeSpan.FromDays(number) : TimeSpan.FromHours(number);
    }
}
