using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Obligations.Sweeping;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>Reminds, takes up what is overdue, opens again what expired, and forgets what was told long ago.</summary>
public sealed class ObligationsSwept(SweepObligations sweep, SendNotices notices)
{
    public async Task<Handling> Tick(DateTimeOffset due, CancellationToken stop)
    {
        try
        {
            await sweep.Sweep(stop);
            await notices.Forget(stop);
            return new Handling.Done();
        }
        catch (StoreUnavailableException error)
        {
            return new Handling.Again(error.Message);
        }
    }
}
