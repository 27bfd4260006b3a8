using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>Walks all receipts once a day; a fault becomes somebody's obligation.</summary>
public sealed class ReceiptsVerified(IRecordStore store, ObligationBook obligations, Func<PolicyDocument> policy, TimeProvider clock)
{
    public async Task<Handling> Tick(DateTimeOffset due, CancellationToken stop)
    {
        try
        {
            var report = await VerifyReceipts.Walk(store, stop);
            foreach (var fault in report.Faults) await obligations.Add(Owed(fault), stop);
            return new Handling.Done();
        }
        catch (StoreUnavailableException error)
        {
            return new Handling.Again(error.Message);
        }
    }

    private Obligation Owed(ReceiptFault fault) => new()
    {
        Id = $"receipt-{fault.Shard}-{fault.Sequence}",
        Owner = policy().Owner,
        Kind = ObligationKind.Repair,
        RaisedAt = clock.GetUtcNow(),
        DueAt = policy().DecideBy(clock.GetUtcNow()),
        Says = $"the receipts do not hold: {fault}",
        About = $"{fault.Shard}/{fault.Sequence}",
    };
}
