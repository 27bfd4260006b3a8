using System.Globalization;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Fakes;

namespace ItsmAi.Hosting.Tests.Standalone;

public sealed class CronScheduleTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, string> Table =>
        [.. Repository.Rows("cron.csv").Select(row => (row[0], row[1], row[2]))];

    [Theory]
    [MemberData(nameof(Table))]
    public void A_schedule_comes_next_when_the_table_says(string schedule, string after, string expected)
    {
        if (DateTimeOffset.TryParse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var next))
        {
            Assert.Equal(next, CronSchedule.Read(schedule).Next(Moment(after)));
        }
        else
        {
            var refusal = Assert.Throws<FormatException>(() => CronSchedule.Read(schedule));
            Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
            Assert.Contains("use ", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_next_time_is_the_one_that_looking_at_each_second_finds()
    {
        var random = new Random(20260301);
        for (var round = 0; round < 300; round++)
        {
            var fields = PlainCron.Random(random);
            var text = string.Join(' ', fields.Select(field => string.Join(',', field)));
            var after = Start.AddSeconds(random.Next(0, 40_000_000));

            Assert.Equal(PlainCron.Next(fields, after), CronSchedule.Read(text).Next(after));
        }
    }

    [Fact]
    public void The_last_time_is_the_one_that_counting_up_finds()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var schedule = CronSchedule.Read($"{random.Next(60)} */{random.Next(1, 60)} */{random.Next(1, 24)} * * *");
            var until = Start.AddSeconds(random.Next(0, 400_000));
            DateTimeOffset? counted = null;
            for (var next = schedule.Next(Start); next <= until; next = schedule.Next(next)) counted = next;

            Assert.Equal(counted, schedule.Last(Start, until));
        }
    }

    [Fact]
    public void Nothing_was_missed_when_no_time_has_come() =>
        Assert.Null(CronSchedule.Read("0 0 * * * *").Last(Start, Start.AddMinutes(59)));

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
