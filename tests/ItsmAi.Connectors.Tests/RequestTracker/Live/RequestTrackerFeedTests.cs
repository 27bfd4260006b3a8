using ItsmAi.Connectors.Tests.RequestTracker.Rig;
using ItsmAi.Desk.Events;

namespace ItsmAi.Connectors.Tests.RequestTracker.Live;

[Collection(RequestTrackerCollection.Name)]
public sealed class RequestTrackerFeedTests
{
    private readonly RequestTrackerRig _rig;

    public RequestTrackerFeedTests(RequestTrackerRig rig)
    {
        _rig = rig;
        rig.Require();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_now_on_means_that_nothing_older_is_told()
    {
        await _rig.Ana.Opens();
        var start = await _rig.Feed().Since("", Stop);

        var next = await _rig.Feed().Since(start.Watermark, Stop);

        Assert.Empty(start.Events);
        Assert.Empty(next.Events);
        Assert.False(next.More);
    }

    [Fact]
    public async Task No_creation_of_thirty_at_once_is_missed_while_the_feed_is_walked()
    {
        var feed = _rig.Feed();
        var watermark = (await feed.Since("", Stop)).Watermark;
        var opening = Enumerable.Range(0, 6).Select(_ => OpenFive()).ToList();
        var seen = new HashSet<EventId>();
        var created = new List<string>();
        while (true)
        {
            var isLast = opening.TrueForAll(each => each.IsCompleted);
            var page = await feed.Since(watermark, Stop);
            watermark = page.Watermark;
            created.AddRange(page.Events
                .Where(told => seen.Add(told.Id) && told.Kind == EventKind.TicketCreated)
                .Select(told => told.Subject.Number));
            if (isLast && !page.More) break;
        }

        var opened = (await Task.WhenAll(opening)).SelectMany(each => each).ToList();
        Assert.Equal(30, opened.Count);
        Assert.Equal(opened.Order(StringComparer.Ordinal), created.Order(StringComparer.Ordinal));
    }

    private async Task<List<string>> OpenFive()
    {
        var opened = new List<string>();
        for (var i = 0; i < 5; i++) opened.Add(await _rig.Ana.Opens());
        return opened;
    }
}
