using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>Walks all receipts and their anchors once a day; a fault becomes somebody's obligation.</summary>
public sealed class ReceiptsVerified(
    IRecordStore store, IAnchorStore anchors, ObligationBook obligations, Func<PolicyDocument> policy, TimeProvider clock)
{
    public async Task<Handling> Tick(DateTimeOffset due, CancellationToken stop)
    {
        try
        {
            var report = await VerifyReceipts.Walk(store, anchors, progress: null, stop);
            foreach (var fault in report.Faults) await obligations.Add(OwedFor(fault, policy(), clock), stop);
            return new Handling.Done();
        }
        catch (StoreUnavailableException error)
        {
            return new Handling.Again(error.Message);
        }
    }

    internal static Obligation OwedFor(ReceiptFault fault, PolicyDocument policy, TimeProvider clock)
    {
        var place = fault.Shard is { } shard ? $"{shard}-{fault.Sequence}" : $"anchor-{fault.Sequence}";
        return new Obligation
        {
            // Another fault in the same place, or one that is still there next month, is owed anew.
            Id = $"receipt-{place}-{Governance.Redacting.Redaction.HashOf(fault.Says)[..8]}-{clock.GetUtcNow():yyyyMM}",
            Owner = policy.Owner,
            Kind = ObligationKind.Repair,
            RaisedAt = clock.GetUtcNow(),
            DueAt = policy.DecideBy(clock.GetUtcNow()),
            Says = $"the receipts do not hold: {fault}",
            About = fault.Receipt ?? place,
        };
    }
}
