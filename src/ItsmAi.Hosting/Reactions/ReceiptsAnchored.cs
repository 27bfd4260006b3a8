using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>Anchors the receipts where they moved; what the last anchor saw and is gone becomes somebody's obligation.</summary>
public sealed class ReceiptsAnchored(
    AnchorReceipts anchoring, ObligationBook obligations, Func<PolicyDocument> policy, TimeProvider clock)
{
    public async Task<Handling> Tick(DateTimeOffset due, CancellationToken stop)
    {
        try
        {
            foreach (var fault in await anchoring.Handle(stop))
                await obligations.Add(ReceiptsVerified.OwedFor(fault, policy(), clock), stop);
            return new Handling.Done();
        }
        catch (StoreUnavailableException error)
        {
            return new Handling.Again(error.Message);
        }
    }
}
