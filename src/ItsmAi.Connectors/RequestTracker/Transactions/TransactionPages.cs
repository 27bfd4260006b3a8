using System.Text.Json;
using ItsmAi.Connectors.Json;
using ItsmAi.Connectors.RequestTracker.Rest;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker.Transactions;

/// <summary>
/// Pages of transactions. Rows that our account may not see are dropped after a page is cut, so neither a short page
/// nor an empty one is the last: the walk goes on by id and ends at the second empty page in a row.
/// </summary>
internal sealed class TransactionPages(RestClient rest)
{
    private const string Fields =
        "fields=Type,Field,OldValue,NewValue,Creator,Created,ObjectId&orderby=id&per_page=100";

    /// <summary>The highest id that our account may see now; 0 while there is none.</summary>
    public async Task<long> Newest(CancellationToken stop)
    {
        for (var page = 1; page <= 2; page++)
        {
            var found = await Page("ObjectType='RT::Ticket'", $"order=DESC&page={page}", stop);
            if (found.Count > 0) return found.Max(transaction => transaction.Id);
        }

        return 0;
    }

    public async Task<TransactionWalk> After(long id, int pages, CancellationToken stop)
    {
        var met = new List<TicketTransaction>();
        var empty = 0;
        for (var read = 0; read < pages && empty < 2; read++)
        {
            // Mail makes more than half of the rows and is no news; dropped here, it does not shorten pages.
            var found = await Page(
                $"ObjectType='RT::Ticket' AND id > {id} AND Type != 'EmailRecord'",
                $"order=ASC&page={empty + 1}", stop);
            empty = found.Count == 0 ? empty + 1 : 0;
            met.AddRange(found);
            if (found.Count > 0) id = found.Max(transaction => transaction.Id);
        }

        return new TransactionWalk(met, id, Ended: empty == 2);
    }

    /// <summary>What happened to one ticket after a transaction, oldest first; all of it up to a thousand.</summary>
    public async Task<IReadOnlyList<TicketTransaction>> OfTicket(string ticket, long after, CancellationToken stop)
    {
        var met = new List<TicketTransaction>();
        for (var page = 1; page <= 10; page++)
        {
            var found = await Page(
                $"ObjectType='RT::Ticket' AND ObjectId={ticket} AND id > {after} AND Type != 'EmailRecord'",
                $"order=ASC&page={page}", stop);
            met.AddRange(found);
            if (found.Count == 0) break;
        }

        return met;
    }

    public async Task<IReadOnlyList<TicketTransaction>> Page(string query, string paging, CancellationToken stop)
    {
        var answer = await rest.Transactions(query, $"{Fields}&{paging}", stop);
        if (!answer.IsSuccess)
            throw new DeskUnavailableException($"the transactions of Request Tracker could not be read: {answer.Says}");
        return [.. answer.Body.Items("items").Select(Read).OfType<TicketTransaction>()];
    }

    private static TicketTransaction? Read(JsonElement item)
    {
        if (item.Number("id") is not { } id || item.Text("ObjectId") is not { Length: > 0 } ticket) return null;
        return new TicketTransaction
        {
            Id = id,
            Ticket = ticket,
            Type = item.Text("Type") ?? "",
            Field = item.Text("Field") ?? "",
            Old = item.Text("OldValue"),
            New = item.Text("NewValue"),
            Creator = item.Property("Creator")?.Text("id"),
            Created = item.Time("Created"),
        };
    }
}
