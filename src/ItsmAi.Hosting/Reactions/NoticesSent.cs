using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>Tells people what waits to be told.</summary>
public sealed class NoticesSent(SendNotices notices)
{
    public async Task<Handling> Tick(DateTimeOffset due, CancellationToken stop)
    {
        try
        {
            await notices.Send(stop);
            return new Handling.Done();
        }
        catch (StoreUnavailableException error)
        {
            return new Handling.Again(error.Message);
        }
    }
}
