using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Signals;
using ItsmAi.Hosting.Reactions.Signals;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Fakes;

namespace ItsmAi.Hosting.Tests.Reactions.Signals;

public sealed class SignalBookTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_any_order_and_told_twice_what_was_told_first_stands_and_is_read_in_the_order_of_time()
    {
        var folder = Directory.CreateTempSubdirectory("itsmai-signals-");
        await using (var data = await DataFolder.OpenOrMake(folder.FullName, new QueueOptions(), new ManualClock(Start), Stop))
        {
            var book = new SignalBook(data.Records);
            var random = new Random(7);
            for (var run = 0; run < 300; run++)
            {
                var series = $"series-{run}";
                var expected = new SortedDictionary<DateTimeOffset, double>();
                for (var batch = 0; batch < 4; batch++)
                {
                    var points = Enumerable.Range(0, random.Next(1, 12)).Select(line => new PushedPoint(
                        line, Of(series), new SignalPoint(Start.AddMinutes(random.Next(0, 300)), random.Next(0, 3)))).ToList();
                    var before = expected.Count;
                    var others = points.Where(one => !expected.TryAdd(one.Point.At, one.Point.Value) && expected[one.Point.At] != one.Point.Value).ToList();

                    var (taken, refused) = await book.Keep(series, points, Stop);

                    Assert.Equal(expected.Count - before, taken);
                    Assert.Equal(others.OrderBy(one => one.Line), refused.OrderBy(one => one.Line));
                }

                var from = Start.AddMinutes(random.Next(0, 300));
                Assert.Equal(
                    expected.Where(pair => pair.Key >= from).Select(pair => new SignalPoint(pair.Key, pair.Value)),
                    await book.Since(series, from, Stop));
                await book.Forget(series, from, Stop);
                Assert.Equal(expected.Count(pair => pair.Key >= from), (await book.Since(series, from, Stop)).Count);
                Assert.All(await book.Since(series, Start, Stop), one => Assert.True(one.At > from.AddHours(-1)));
            }
        }

        folder.Delete(recursive: true);
    }

    private static WatchedSeries.Measured Of(string name) => new(null, "percent", 95, IsBelow: false)
    {
        Name = name, Owner = new Person("olga"), Item = "srv-1", Condition = "disk-full",
    };
}
