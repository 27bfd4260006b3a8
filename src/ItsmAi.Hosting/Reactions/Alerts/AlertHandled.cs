using ItsmAi.Desk.Events;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions.Alerts;

/// <summary>Puts an alert into its group; every other message goes on to <paramref name="others"/>.</summary>
public sealed class AlertHandled(AlertBook book, QueueReaction others)
{
    public async Task<Handling> Handle(string message, CancellationToken stop)
    {
        if (EventJson.Read(message) is not { Alert: not null } what) return await others(message, stop);
        try
        {
            await book.Take(what, stop);
            return new Handling.Done();
        }
        catch (StoreUnavailableException error)
        {
            return new Handling.Again(error.Message);
        }
    }
}
