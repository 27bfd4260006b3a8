using System.Text;
using ItsmAi.Connectors.Json;
using ItsmAi.Connectors.RequestTracker.Rest;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker.Reading;

/// <summary>
/// What the requester wrote when the ticket was created. Request Tracker keeps it as attachments of the transaction
/// that created the ticket: a tree of parts where it came by mail.
/// </summary>
internal sealed class Description(RestClient rest)
{
    public async Task<string> Of(TicketId ticket, CancellationToken stop)
    {
        // ObjectId, because a ticket's own history also shows what was merged into it.
        var creation = await rest.Transactions(
            $"ObjectType='RT::Ticket' AND ObjectId={ticket.Number} AND Type='Create'", "fields=_hyperlinks", stop);
        foreach (var transaction in creation.Body.Items("items"))
        {
            var parts = transaction.Items("_hyperlinks")
                .Where(link => link.Text("ref") == "attachment")
                .Select(link => (link.Text("_url") ?? "").Split('/')[^1])
                .Where(id => id.Length > 0 && id.All(char.IsAsciiDigit)).ToList();
            if (parts.Count == 1) return await Text(parts[0], stop);
            if (parts.Count > 1) return await Best(transaction.Text("id") ?? "", stop);
        }

        return "";
    }

    /// <summary>What one reply or comment says.</summary>
    public Task<string> OfReply(string transaction, CancellationToken stop) => Best(transaction, stop);

    // Asked for by their kinds first: a part may be a picture of many megabytes.
    private async Task<string> Best(string transaction, CancellationToken stop)
    {
        var parts = await rest.Get(
            $"transaction/{transaction}/attachments?fields=ContentType,Filename&per_page=100", stop);
        var readable = parts.Body.Items("items")
            .Where(part => string.IsNullOrEmpty(part.Text("Filename")) && IsText(part.Text("ContentType")))
            .OrderBy(part => part.Text("ContentType") == "text/plain" ? 0 : 1).ThenBy(part => part.Number("id"))
            .Select(part => part.Text("id")).FirstOrDefault();
        return readable is null ? "" : await Text(readable, stop);
    }

    private async Task<string> Text(string attachment, CancellationToken stop)
    {
        var part = await rest.Get($"attachment/{attachment}", stop);
        var kind = part.Body.Text("ContentType");
        if (!IsText(kind) || part.Body.Text("Content") is not { } coded) return "";
        var bytes = new byte[coded.Length];
        if (!Convert.TryFromBase64String(coded, bytes, out var length)) return "";
        var text = Encoding.UTF8.GetString(bytes, 0, length).ReplaceLineEndings("\n");
        return kind == "text/html" ? PlainText.Of(text) : text;
    }

    private static bool IsText(string? kind) => kind is "text/plain" or "text/html";
}
