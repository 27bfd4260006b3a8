using System.Globalization;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Pages.Frame;

namespace ItsmAi.Hosting.Demo.Server.Tickets;

/// <summary>A ticket of the simulated desk with its history, as a person at the desk would look at it.</summary>
internal static class TicketPage
{
    public static WebAnswer Of(TicketStore store, string id)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || store.Find(number) is not { } ticket)
            return PageFrame.Answer(404, "No such ticket", page => page.Paragraph("The simulated desk has no such ticket."));
        var history = store.Search(
            TransactionQuery.Parse($"ObjectType='RT::Ticket' AND ObjectId={ticket.Id} AND Type != 'EmailRecord'"),
            newestFirst: false, page: 1, perPage: 100);
        return PageFrame.Answer(200, $"Ticket {ticket.Id}", page => Write(page, ticket, history));
    }

    private static void Write(Html page, DeskTicket ticket, IReadOnlyList<DeskTransaction> history)
    {
        page.Paragraph("This is the simulated desk. Everything on it is made up.");
        page.Open("section", "card").Heading(2, ticket.Subject);
        page.Facts(
        [
            ("Queue", ticket.Queue), ("Status", ticket.Status), ("Requester", ticket.Requestor),
            ("Priority", $"{ticket.Priority}"),
            .. ticket.CustomFields.Where(field => field.Value.Length > 0).Select(field => (field.Key, field.Value)),
        ]);
        page.Close("section");
        foreach (var transaction in history) Write(page, transaction);
    }

    private static void Write(Html page, DeskTransaction transaction)
    {
        var what = transaction.Type switch
        {
            "Create" => "opened the ticket",
            "Comment" => "commented",
            "Correspond" => "replied",
            "Set" when transaction.Field == "Queue" =>
                $"moved it from {DeskSchema.Queue(transaction.Old)?.Name} to {DeskSchema.Queue(transaction.New)?.Name}",
            "CustomField" => $"set {DeskSchema.CustomField(transaction.Field)?.Name} to {transaction.New}",
            _ => $"set {transaction.Field} from {transaction.Old} to {transaction.New}",
        };
        page.Open("section", "card").Heading(3, $"{transaction.Creator} {what}");
        page.Paragraph($"{transaction.Created:yyyy-MM-dd HH:mm:ss} UTC", "quiet");
        if (transaction.Content is { Length: > 0 } content) page.Preformatted(content);
        page.Close("section");
    }
}
