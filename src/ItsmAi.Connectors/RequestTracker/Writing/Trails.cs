using ItsmAi.Connectors.RequestTracker.Transactions;

namespace ItsmAi.Connectors.RequestTracker.Writing;

/// <summary>Finds the trail of a marker in a ticket's transactions.</summary>
internal sealed class Trails(TransactionPages pages, RequestTrackerOptions options)
{
    /// <summary>
    /// Comment and marker field are two transactions of one request: whatever stops Request Tracker between them, one
    /// query finds either. The marker field alone would not do, for a later decision overwrites it.
    /// </summary>
    public async Task<Trail> Of(TicketWrite write, CancellationToken stop)
    {
        var ours = await pages.Page(
            $"ObjectType='RT::Ticket' AND ObjectId={write.Ticket.Number} AND Creator='{options.Account}' "
            + $"AND (Subject='{write.Subject}' OR NewCFValue='{write.Marker}')",
            "order=ASC", stop);
        if (ours.Count == 0) return Trail.None;
        var since = await pages.OfTicket(write.Ticket.Number, ours.Min(each => each.Id), stop);
        return new Trail(
            Noted: ours.Any(each => each.Type == "Comment"),
            Marked: ours.Any(each => each.Type == "CustomField"),
            since);
    }
}
