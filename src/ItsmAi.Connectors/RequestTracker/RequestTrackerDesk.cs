using ItsmAi.Connectors.RequestTracker.Reading;
using ItsmAi.Connectors.RequestTracker.Rest;
using ItsmAi.Connectors.RequestTracker.Transactions;
using ItsmAi.Connectors.RequestTracker.Writing;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker;

/// <summary>
/// Request Tracker 5 over REST 2.0, with one account for reading and writing. It allows one writer per ticket: two
/// calls for one ticket at a time are kept apart by the caller.
/// </summary>
/// <remarks>
/// A call that ended without an answer may still be at work inside Request Tracker. Whoever asks again waits until
/// the earlier try is older than <see cref="RequestTrackerOptions.RequestTimeout"/>, so that the repeat finds what it
/// did: Request Tracker takes a comment unconditionally, and checks a version for fields before it acts, not with it.
/// </remarks>
public sealed class RequestTrackerDesk : ITicketDesk
{
    private readonly TicketReader _tickets;
    private readonly TicketWriter _writer;
    private readonly TicketOpener _opener;

    public RequestTrackerDesk(RequestTrackerOptions options, HttpClient http, TimeProvider time)
    {
        var rest = new RestClient(http, options, time);
        _tickets = new TicketReader(rest, options);
        var names = new Names(rest, time);
        _writer = new TicketWriter(rest, _tickets, new Trails(new TransactionPages(rest), options), names, options);
        _opener = new TicketOpener(rest, _tickets, names, options);
    }

    public async Task<Ticket?> Read(TicketId ticket, CancellationToken stop) =>
        await _tickets.Find(ticket, stop) is { } state ? await _tickets.WithDescription(state, stop) : null;

    public Task<DeskAnswer> Change(TicketChange change, CancellationToken stop) =>
        _writer.Carry(TicketWrite.Doing(change), stop);

    public Task<DeskAnswer> Open(TicketOpening opening, string marker, CancellationToken stop) =>
        _opener.Open(opening, marker, stop);

    public Task<DeskAnswer> Restore(TicketChange done, string note, string marker, CancellationToken stop) =>
        _writer.Carry(TicketWrite.Undoing(done, note, marker), stop);
}
