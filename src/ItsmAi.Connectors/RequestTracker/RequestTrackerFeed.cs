using ItsmAi.Connectors.RequestTracker.Reading;
using ItsmAi.Connectors.RequestTracker.Rest;
using ItsmAi.Connectors.RequestTracker.Transactions;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker;

/// <summary>
/// Request Tracker's transactions of all tickets, walked by id. Everything of the last <c>FeedLag</c> is told again
/// with each walk; the inbox drops what it has.
/// </summary>
public sealed class RequestTrackerFeed : ITicketFeed
{
    // One call stays short even after days without us: 20 pages are about 2,000 transactions.
    private const int PagesInACall = 20;

    private readonly RequestTrackerOptions _options;
    private readonly TimeProvider _time;
    private readonly TransactionPages _pages;
    private readonly Names _names;
    private readonly TransactionEvents _events;

    public RequestTrackerFeed(RequestTrackerOptions options, HttpClient http, TimeProvider time)
    {
        _options = options;
        _time = time;
        var rest = new RestClient(http, options, time);
        _pages = new TransactionPages(rest);
        _names = new Names(rest, time);
        _events = new TransactionEvents(options);
    }

    public async Task<FeedPage> Since(string watermark, CancellationToken stop)
    {
        if (watermark.Length == 0)
        {
            var newest = await _pages.Newest(stop);
            return new FeedPage([], FeedWatermark.StartingAfter(newest).ToString(), More: false);
        }

        var mark = FeedWatermark.Parse(watermark);
        var now = _time.GetUtcNow();
        var began = mark.Began is { } before && before < now ? before : now;
        var walk = await _pages.After(mark.Walked ?? mark.Passed, PagesInACall, stop);
        var events = new List<Event>();
        foreach (var transaction in walk.Transactions)
        {
            var named = await Named(transaction, stop);
            if (_events.Of(named, now, rawHash: "") is { } told) events.Add(told);
        }

        var next = walk.Ended
            ? mark.Finished(walk.UpTo, began, now, _options.FeedLag)
            : mark.Paused(walk.UpTo, began);
        return new FeedPage(events, next.ToString(), More: !walk.Ended);
    }

    private async Task<TicketTransaction> Named(TicketTransaction told, CancellationToken stop)
    {
        if (told.Type == "CustomField")
            return told with { FieldName = await _names.CustomField(told.Field, stop) };
        if (told is not { Type: "Set", Field: "Queue" or "Owner" }) return told;
        var (old, now) = (told.Old ?? "", told.New ?? "");
        return told.Field == "Queue"
            ? told with { Old = await _names.Queue(old, stop), New = await _names.Queue(now, stop) }
            : told with { Old = await _names.User(old, stop), New = await _names.User(now, stop) };
    }
}
