using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Governance.Receipts.Pseudonyms;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Pages.Frame;

namespace ItsmAi.Hosting.Pages;

/// <summary>
/// The pages for people: <c>/</c> and <c>/decisions/{id}</c>. They show labels, numbers and account names out of
/// receipts, and no text that a requester wrote.
/// </summary>
/// <param name="linkOf">Where a browser finds a ticket at its desk; null where it cannot.</param>
/// <param name="anchors">What the receipts are held against; null where there are no anchors.</param>
public sealed class DecisionPages(
    IRecordStore store, StopSwitch stopSwitch, Func<TicketId, Uri?> linkOf, TimeProvider clock, IAnchorStore? anchors = null)
    : IDisposable
{
    /// <summary>A page is read, not studied; what is older is a click or an export away.</summary>
    private const int MostShown = 100;

    /// <summary>So many of each shard that the decisions shown come with all their steps.</summary>
    private const int ReceiptsPerShard = 80;

    private readonly DecisionBook _book = new(store);
    private readonly NamesOnReceipts _names = new(store);
    private readonly ReceiptWatch _watch = new(store, anchors, clock);

    public async Task<WebAnswer> Answer(WebCall call, CancellationToken stop) =>
        call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [] => await First(stop),
            ["decisions", var id] => await One(Uri.UnescapeDataString(id), stop),
            _ => PageFrame.Answer(404, "No such page", page => page.Paragraph("There is nothing at this address.")),
        };

    public void Dispose() => _watch.Dispose();

    private async Task<WebAnswer> First(CancellationToken stop)
    {
        var latest = DecisionTrail.All(await _names.Show(await _book.Latest(ReceiptsPerShard, stop), stop));
        var verified = await _watch.Report(stop);
        return FirstPage.Of([.. latest.Take(MostShown)], verified, await stopSwitch.Read(stop), linkOf);
    }

    private async Task<WebAnswer> One(string id, CancellationToken stop) =>
        DecisionTrail.Of(await _names.Show(await _book.Find(id, stop), stop)) is { } trail
            ? DecisionPage.Of(trail, linkOf)
            : DecisionPage.Missing;
}
