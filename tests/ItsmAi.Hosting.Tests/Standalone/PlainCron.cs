namespace ItsmAi.Hosting.Tests.Standalone;

/// <summary>A schedule as plain lists of numbers, and its next time by looking at one moment after the other.</summary>
internal static class PlainCron
{
    // A list holds the first minutes of each hour often enough for a search that looks at every second to end soon.
    public static int[][] Random(Random random) =>
    [
        Some(random, 0, 59, 1, 3), Some(random, 0, 59, 1, 5), Some(random, 0, 23, 1, 6), Some(random, 1, 28, 4, 12),
        Some(random, 1, 12, 2, 6), Some(random, 0, 6, 2, 5),
    ];

    public static DateTimeOffset Next(int[][] fields, DateTimeOffset after)
    {
        for (var at = after.AddSeconds(1); ;)
        {
            // Days that do not fit are stepped over whole; within a day every second is looked at.
            if (!fields[3].Contains(at.Day) || !fields[4].Contains(at.Month) || !fields[5].Contains((int)at.DayOfWeek))
                at = new DateTimeOffset(at.Date, TimeSpan.Zero).AddDays(1);
            else if (fields[0].Contains(at.Second) && fields[1].Contains(at.Minute) && fields[2].Contains(at.Hour))
                return at;
            else
                at = at.AddSeconds(1);
        }
    }

    private static int[] Some(Random random, int first, int last, int least, int most) =>
        [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => random.Next(first, last + 1)).Distinct()];
}
