using System.Runtime.CompilerServices;
using System.Text.Json;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Obligations.Endings;
using ItsmAi.Governance.Obligations.Owners;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Obligations;

/// <summary>
/// Who owes what by when. Adding one again changes nothing; only a disposition ends one. Each step is a receipt before
/// it is anything else, and finds its own earlier try, so it can be killed anywhere and repeated.
/// </summary>
/// <param name="owners">Who can owe something; null: every name is taken at its word.</param>
public sealed class ObligationBook(
    IRecordStore store, ReceiptChain receipts, TimeProvider clock, OwnerDirectory? owners = null)
{
    private readonly ObligationRows _rows = new(store);
    private readonly NoticeBook _notices = new(store);

    /// <summary>The account that receipts name for what ItsmAi itself did.</summary>
    public Person Self { get; init; } = new("itsmai");

    /// <summary>
    /// Raises it: somebody owes it from now on. Who cannot owe it is replaced, and that is testified.
    /// </summary>
    public async Task Add(Obligation obligation, CancellationToken stop)
    {
        if (await _rows.Find(obligation.Id, stop) is not null) return;
        var owed = owners?.Place(obligation) ?? obligation;
        await _rows.Mark(owed.Id, stop);
        var raised = await receipts.Append(ObligationReceipt.Raised(owed, Self, clock.GetUtcNow()), stop);

        // An earlier try may have testified another date; what is testified counts.
        owed = owed with { RaisedAt = raised.OccurredAt ?? owed.RaisedAt, DueAt = raised.Owed?.DueAt ?? owed.DueAt };
        foreach (var notice in Notice.Of(owed, NoticeKind.Raised, raised.Id, raised.At)) await _notices.Add(notice, stop);
        await _rows.Insert(owed, stop);
    }

    /// <summary>
    /// Ends the obligation where a decision's own way ended it; one that is already ended, or was never raised, stays
    /// as it is. What a person says of its end goes through <see cref="EndObligation"/>.
    /// </summary>
    public Task Dispose(string id, Disposition disposition, Person by, CancellationToken stop) => End(
        id,
        new Ending(disposition, by)
        {
            Reason = disposition == Disposition.Rejected ? RejectionReason.DecidedOtherwise : null,
        },
        stop);

    /// <summary>Notes that somebody has what they owe. It is no disposition: it still has to end.</summary>
    /// <returns>The obligation; null where there is none.</returns>
    public Task<Obligation?> Acknowledge(string id, Person by, CancellationToken stop) => Move(
        id,
        owed => owed.Disposition is null && owed.AcknowledgedAt is null
            ? ObligationSteps.Acknowledged(owed, by, clock.GetUtcNow())
            : null,
        stop);

    public async Task<Obligation?> Find(string id, CancellationToken stop) => (await _rows.Find(id, stop))?.Owed;

    public IAsyncEnumerable<Obligation> All(CancellationToken stop) => _rows.All(stop);

    /// <summary>What has not ended, the earliest due first.</summary>
    public async Task<IReadOnlyList<Obligation>> Open(CancellationToken stop)
    {
        var living = new List<Obligation>();
        await foreach (var owed in Living(stop)) living.Add(owed);
        var open = living.Where(owed => owed.Disposition is null);
        return [.. open.OrderBy(owed => owed.DueAt).ThenBy(owed => owed.Id, StringComparer.Ordinal)];
    }

    /// <summary>Obligations as one JSON array.</summary>
    public static string Json(IReadOnlyList<Obligation> obligations) =>
        JsonSerializer.Serialize(obligations, ObligationJson.Default.IReadOnlyListObligation);

    /// <summary>Ends it as a person said; an earlier end stands.</summary>
    internal Task<Obligation?> End(string id, Ending ending, CancellationToken stop) => Move(
        id, owed => owed.Disposition is null ? ObligationSteps.Ended(owed, ending, clock.GetUtcNow()) : null, stop);

    /// <summary>Finishes an end that was testified and not carried out, because the process died in between.</summary>
    internal async Task<Obligation?> FinishEnd(Obligation owed, CancellationToken stop) =>
        owed.Disposition is null && await receipts.Find(ObligationReceipt.EndOf(owed), stop) is { Owed.Disposition: { } how } end
            ? await End(owed.Id, new Ending(how, new Person(end.Actor)), stop)
            : owed;

    /// <summary>What something can still come of: what is open, and accepted risks.</summary>
    internal async IAsyncEnumerable<Obligation> Living([EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var id in await _rows.Marked(stop))
        {
            if (await _rows.Find(id, stop) is not { Owed: { } owed }) continue;
            if (owed.IsOver) await _rows.Unmark(id, stop);
            else yield return owed;
        }
    }

    /// <summary>Takes step after step, until there is none to take.</summary>
    internal async Task<Obligation?> Move(string id, Func<Obligation, ObligationStep?> next, CancellationToken stop)
    {
        while (await _rows.Find(id, stop) is var (owed, version))
        {
            if (next(owed) is not { } step) return owed;
            var testimony = step.Testimony is { } wanted ? await receipts.Append(wanted, stop) : null;
            foreach (var notice in step.Notices) await _notices.Add(notice, stop);
            var after = step.After(testimony);
            if (await _rows.Replace(after, version, stop) && after.IsOver) await _rows.Unmark(id, stop);
        }

        return null;
    }
}
