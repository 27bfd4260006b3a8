using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ItsmAi.Connectors.Sqlite.Engine;
using ItsmAi.Connectors.Sqlite.Queueing;
using ItsmAi.Desk.Events;

namespace ItsmAi.Connectors.Sqlite;

/// <summary>
/// Inbox, queue and dead letters in one SQLite file: an event is stored and queued by one commit, handed out in order
/// per ticket under a lease, tried again after a delay, and set aside for a person when it fails too often.
/// </summary>
/// <remarks>One loop that claims several at once serves better than several that claim one each.</remarks>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue, though not a collection.")]
public sealed class EmbeddedQueue : IEventIntake, IDeadLetters
{
    private readonly SqliteFile _file;

    private readonly QueueOptions _options;

    private readonly TimeProvider _time;

    private readonly Backoff _backoff;

    private readonly Arrivals _arrivals = new();

    private EmbeddedQueue(SqliteFile file, QueueOptions options, TimeProvider time, Random random)
    {
        _file = file;
        _options = options;
        _time = time;
        _backoff = new Backoff(options, random);
    }

    /// <summary>
    /// The queue in the file, whose tables are made where they are missing. The file stays the caller's to close.
    /// </summary>
    /// <param name="random">Spreads the delays; the queue has it for itself.</param>
    public static async Task<EmbeddedQueue> In(
        SqliteFile file, QueueOptions options, TimeProvider time, Random random, CancellationToken stop)
    {
        options.Check();
        await file.Write(
            session => session.Run(InboxTable.Schema + QueueTable.Schema + LetterTable.Schema), stop);
        return new EmbeddedQueue(file, options, time, random);
    }

    /// <exception cref="Governance.Records.StoreUnavailableException">What was accepted is not known.</exception>
    public async Task<Acceptance> Accept(IReadOnlyList<Event> events, ReadOnlyMemory<byte> raw, CancellationToken stop)
    {
        var hash = InboxTable.Hash(raw.Span);
        var body = raw.ToArray();
        var told = events.Select(what => hash.Length == 0 ? what : what with { RawHash = hash }).ToArray();
        var messages = Array.ConvertAll(told, EventJson.Write);
        var answer = await _file.Write(
            session =>
            {
                InboxTable.Keep(session, hash, body);
                return Accept(session, told, messages);
            },
            stop);
        if (answer.Accepted > 0)
            _arrivals.Arrived();
        return answer;
    }

    /// <summary>
    /// Leases up to <paramref name="most"/> events of as many tickets; none when nothing can be handled now.
    /// </summary>
    public async Task<IReadOnlyList<ClaimedEvent>> Claim(int most, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        _arrivals.Look();
        var claimed = await _file.Write(session => Claim(session, most), stop);
        // There may be more for the others.
        if (claimed.Count == most)
            _arrivals.Arrived();
        return claimed;
    }

    /// <summary>Returns when something came since the last claim, at the latest after the poll period.</summary>
    public async Task WhenSomethingCame(CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var poll = Task.Delay(_options.PollPeriod, _time, over.Token);
        await Task.WhenAny(_arrivals.Something, poll);
        await over.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }

    /// <summary>The event is handled: it leaves the queue, and the ticket's next one may be claimed.</summary>
    public Task<Settlement> Complete(ClaimedEvent claim, CancellationToken stop) =>
        Settle(session => QueueTable.Remove(session, claim.Number, claim.Attempt), stop);

    /// <summary>
    /// Handling failed in a way that may pass: the event is tried again after a delay, or dies of its last try.
    /// </summary>
    public Task<Settlement> Abandon(ClaimedEvent claim, string says, CancellationToken stop) =>
        claim.Attempt >= _options.MostAttempts
            ? Die(claim, says, Settlement.Died, stop)
            : Settle(session => QueueTable.Release(session, claim.Number, claim.Attempt, Later(claim.Attempt)), stop);

    /// <summary>Handling failed for good: the event waits for a person.</summary>
    public Task<Settlement> DeadLetter(ClaimedEvent claim, string says, CancellationToken stop) =>
        Die(claim, says, Settlement.Done, stop);

    /// <summary>The lease starts anew.</summary>
    public Task<Settlement> Renew(ClaimedEvent claim, CancellationToken stop) =>
        Settle(session => QueueTable.Renew(session, claim.Number, claim.Attempt, LeaseEnd()), stop);

    public QueueCounts Count() => _file.Read(session => QueueTable.Count(session, Now()));

    public Task Keep(DeadLetter letter, CancellationToken stop) =>
        _file.Write(session => LetterTable.Keep(session, letter), stop);

    public async IAsyncEnumerable<DeadLetter> List([EnumeratorCancellation] CancellationToken stop)
    {
        var last = 0L;
        while (await Task.FromResult(_file.Read(session => LetterTable.After(session, last))) is { Count: > 0 } page)
        {
            foreach (var (number, letter) in page)
            {
                stop.ThrowIfCancellationRequested();
                yield return letter;
                last = number;
            }
        }
    }

    public Task<DeadLetter?> Find(string id, CancellationToken stop) =>
        Task.FromResult(_file.Read(session => LetterTable.Find(session, id)));

    public async Task<bool> Redrive(string id, CancellationToken stop)
    {
        var redriven = await _file.Write(session => Redrive(session, id), stop);
        if (redriven)
            _arrivals.Arrived();
        return redriven;
    }

    public Task<bool> Discard(string id, CancellationToken stop) =>
        _file.Write(session => LetterTable.Remove(session, id), stop);

    private Acceptance Accept(SqliteSession session, Event[] events, string[] messages)
    {
        var accepted = 0;
        for (var at = 0; at < events.Length; at++)
        {
            if (!InboxTable.Add(session, events[at], messages[at]))
                continue;
            QueueTable.Add(session, events[at].Id.Value, events[at].Subject.Key, message: null, Now());
            accepted++;
        }

        return new Acceptance(accepted, events.Length - accepted);
    }

    private List<ClaimedEvent> Claim(SqliteSession session, int most)
    {
        var claimed = new List<ClaimedEvent>();
        while (claimed.Count < most && QueueTable.Claim(session, Now(), LeaseEnd()) is { } row)
        {
            if (row.Attempts > _options.MostAttempts)
                Die(session, row, row.Attempts - 1, "each try ended without a word, as when the process is killed");
            else if (EventJson.Read(row.Message) is { } what)
                claimed.Add(new ClaimedEvent(row.Number, row.Attempts, what, Moment(LeaseEnd())));
            else
                Die(session, row, row.Attempts, "the message is not an event that this version can read");
        }

        return claimed;
    }

    private void Die(SqliteSession session, QueueRow row, int attempts, string says)
    {
        LetterTable.Keep(session, new DeadLetter(row.Id, row.Subject, row.Message, says, attempts, _time.GetUtcNow()));
        QueueTable.Remove(session, row.Number, row.Attempts);
    }

    private Task<Settlement> Die(ClaimedEvent claim, string says, Settlement answer, CancellationToken stop)
    {
        var what = claim.What;
        var letter = new DeadLetter(
            what.Id.Value, what.Subject.Key, EventJson.Write(what), says, claim.Attempt, _time.GetUtcNow());
        return Settle(
            session => QueueTable.Remove(session, claim.Number, claim.Attempt)
                && LetterTable.Keep(session, letter) >= 0,
            stop,
            answer);
    }

    private async Task<Settlement> Settle(
        Func<SqliteSession, bool> change, CancellationToken stop, Settlement answer = Settlement.Done)
    {
        if (!await _file.Write(change, stop))
            return Settlement.LeaseLost;

        // The ticket's next event may have come forward.
        _arrivals.Arrived();
        return answer;
    }

    private bool Redrive(SqliteSession session, string id)
    {
        if (LetterTable.Find(session, id) is not { } letter)
            return false;

        var subject = letter.Subject.Length > 0 ? letter.Subject : letter.Id;
        QueueTable.Add(session, letter.Id, subject, letter.Message, Now());
        return LetterTable.Remove(session, id);
    }

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private long LeaseEnd() => (_time.GetUtcNow() + _options.Lease).ToUnixTimeMilliseconds();

    private long Later(int attempt) => (_time.GetUtcNow() + _backoff.After(attempt)).ToUnixTimeMilliseconds();

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
