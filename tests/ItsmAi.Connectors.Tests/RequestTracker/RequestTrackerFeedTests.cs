using ItsmAi.Connectors.RequestTracker;
using ItsmAi.Connectors.Tests.Sqlite;

namespace ItsmAi.Connectors.Tests.RequestTracker;

/// <summary>
/// The feed over a table that behaves as badly as a real one can, and whose worst moments can be chosen.
/// </summary>
public sealed class RequestTrackerFeedTests
{
    private readonly TransactionTable _table = new();
    private readonly SteppedTime _time = new();
    private string _watermark = "passed=0";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lower_id_that_appears_after_a_higher_one_is_told()
    {
        _table.Appears(10);
        Assert.Equal([10], await Walk());
        _time.Advance(TimeSpan.FromSeconds(59));
        _table.Appears(9);
        Assert.Equal([9, 10], await Walk());
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([9, 10], await Walk());

        Assert.Equal([], await Walk());
    }

    [Fact]
    public async Task Hidden_rows_end_no_walk()
    {
        for (var id = 1; id <= 99; id++) _table.Appears(id);
        for (var id = 100; id <= 200; id++) _table.Appears(id, hidden: true);
        for (var id = 201; id <= 350; id++) _table.Appears(id);

        Assert.Equal(249, (await Walk()).Count);
    }

    [Fact]
    public async Task Thousands_are_told_over_several_calls_each_once()
    {
        for (var id = 1; id <= 4567; id++) _table.Appears(id);
        var feed = Feed(out var http);
        using var _ = http;
        var told = new List<long>();
        for (var more = true; more;)
        {
            var page = await feed.Since(_watermark, Stop);
            told.AddRange(page.Events.Select(each => each.Sequence));
            Assert.InRange(page.Events.Count, 0, 2000);
            (_watermark, more) = (page.Watermark, page.More);
        }

        Assert.Equal(Enumerable.Range(1, 4567).Select(id => (long)id), told);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("yesterday")]
    public async Task A_time_that_the_source_tells_never_moves_the_watermark(string created)
    {
        _table.Created = created;
        _table.Appears(10);
        await Walk();
        _table.Appears(9);

        Assert.Equal([9, 10], await Walk());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_appears_within_the_lag_is_told_in_every_order(int seed)
    {
        var random = new Random(seed);
        var seen = new HashSet<long>();
        var appearing = Enumerable.Range(1, 400).Select(id => (Id: (long)id, Second: id + random.Next(55))).ToList();
        for (var second = 0; second < 700; second += random.Next(1, 20))
        {
            foreach (var (id, _) in appearing.Where(each => each.Second <= second)) _table.Appears(id);
            appearing.RemoveAll(each => each.Second <= second);
            seen.UnionWith(await Walk());
            _time.Advance(TimeSpan.FromSeconds(second) - (_time.GetUtcNow() - SteppedStart));
        }

        Assert.Equal(400, seen.Count);
    }

    private static DateTimeOffset SteppedStart => new SteppedTime().GetUtcNow();

    private RequestTrackerFeed Feed(out HttpClient http)
    {
        http = new HttpClient(_table.Rest());
        return new RequestTrackerFeed(Some.Options, http, _time);
    }

    private async Task<List<long>> Walk()
    {
        var feed = Feed(out var http);
        using var _ = http;
        var page = await feed.Since(_watermark, Stop);
        _watermark = page.Watermark;
        return [.. page.Events.Select(each => each.Sequence)];
    }
}
