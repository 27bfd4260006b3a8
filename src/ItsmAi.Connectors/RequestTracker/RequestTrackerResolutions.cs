using ItsmAi.Connectors.Json;
using ItsmAi.Connectors.RequestTracker.Reading;
using ItsmAi.Connectors.RequestTracker.Rest;
using ItsmAi.Connectors.RequestTracker.Transactions;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker;

/// <summary>
/// How tickets of Request Tracker were resolved: from a ticket's transactions, its members, what it depends on, and the
/// reminders on it. What our account may not see is not counted; Request Tracker itself lets no ticket end before what it
/// depends on.
/// </summary>
public sealed class RequestTrackerResolutions : IResolutions
{
    // What the transactions of one ticket are read up to; a longer history is not understood by halves.
    private const int LongestHistory = 900;

    private readonly RequestTrackerOptions _options;
    private readonly RestClient _rest;
    private readonly TicketReader _tickets;
    private readonly TransactionPages _pages;
    private readonly Description _texts;

    public RequestTrackerResolutions(RequestTrackerOptions options, HttpClient http, TimeProvider time)
    {
        _options = options;
        _rest = new RestClient(http, options, time);
        _tickets = new TicketReader(_rest, options);
        _pages = new TransactionPages(_rest);
        _texts = new Description(_rest);
    }

    public async Task<Resolution?> Of(TicketId ticket, CancellationToken stop)
    {
        if (await _tickets.Find(ticket, stop) is not { } state) return null;
        var told = await _pages.OfTicket(ticket.Number, 0, stop);
        var moves = told.Where(one => one.Type == "Status")
            .Select(one => (At: one.Created, By: one.Creator, Was: _options.StatusOf(one.Old ?? ""), Its: _options.StatusOf(one.New ?? "")))
            .ToList();
        var resolved = moves.FindLast(move => move.Its == TicketStatus.Resolved);
        var awaited = await Open($"DependedOnBy = {ticket.Number} AND (Type = 'ticket' OR Type = 'approval')", stop);
        var approvals = awaited.Count(type => type == "approval");
        return new Resolution
        {
            ResolvedAt = told.Count > LongestHistory ? null : resolved.At,
            ResolvedBy = resolved.By is { Length: > 0 } by ? new Person(by) : null,
            Code = state.Value(_options.ResolutionCodeField),
            Notes = state.Value(_options.ResolutionNotesField),
            OpenChildren = (await Open($"MemberOf = {ticket.Number}", stop)).Count,
            OpenApprovals = approvals,
            OpenTasks = awaited.Count - approvals + (await Open($"RefersTo = {ticket.Number} AND Type = 'reminder'", stop)).Count,
            WasReopened = moves.Exists(move => move.Was.IsFinished() && !move.Its.IsFinished()),
            Replies = resolved.At is { } since ? await Replies(state.Ticket, told, resolved.By, since, stop) : [],
        };
    }

    /// <summary>The types of the tickets that a query finds and that are not at their end.</summary>
    private async Task<IReadOnlyList<string>> Open(string query, CancellationToken stop)
    {
        var types = new List<string>();
        for (var page = 1; ; page++)
        {
            var answer = await _rest.Get(
                $"tickets?query={Uri.EscapeDataString(query)}&fields=Type,Status&per_page=100&page={page}", stop);
            if (!answer.IsSuccess) throw new DeskUnavailableException($"tickets could not be searched: {answer.Says}");
            var found = answer.Body.Items("items").ToList();
            types.AddRange(found
                .Where(item => item.Text("Status") is { } status && status != "deleted" && !_options.StatusOf(status).IsFinished())
                .Select(item => item.Text("Type") ?? ""));
            if (found.Count < 100) return types;
        }
    }

    private async Task<IReadOnlyList<TicketReply>> Replies(
        Ticket ticket, IReadOnlyList<TicketTransaction> told, string? resolver, DateTimeOffset since, CancellationToken stop)
    {
        var replies = new List<TicketReply>();
        foreach (var one in told.Where(one => one.Type == "Correspond" && one.Created >= since))
        {
            var isRequester = Is(ticket.Requester?.Account, one.Creator);
            string?[] ours = [resolver, ticket.Assignee?.Account, _options.Account];
            if (!isRequester && ours.Any(account => Is(account, one.Creator))) continue;
            var id = one.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
            replies.Add(new TicketReply(id, one.Created!.Value, isRequester, await _texts.OfReply(id, stop)));
        }

        return replies;
    }

    private static bool Is(string? account, string? creator) =>
        account is not null && account.Equals(creator, StringComparison.OrdinalIgnoreCase);
}
