using ItsmAi.Connectors.Webhooks;
using ItsmAi.Desk.Events;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>
/// A desk says that something happened: verify, store once, queue, and answer before the desk has to wait.
/// </summary>
public sealed class TicketReceived(IReadOnlyDictionary<string, ConnectedDesk> desks, IEventIntake intake)
{
    public async Task<WebAnswer> Answer(WebCall call, CancellationToken stop)
    {
        if (!desks.TryGetValue(call.RouteValues["connection"], out var desk))
        {
            return WebAnswer.Error(404, "connection: there is none of that name");
        }

        var heard = desk.Listen(call);
        if (heard is WebhookAnswer.Refused refused) return WebAnswer.Error(refused.Status, refused.Says);
        var events = ((WebhookAnswer.Verified)heard).Events;
        try
        {
            var acceptance = await intake.Accept(events, call.Body, stop);
            return WebAnswer.Json(202, System.Text.Encoding.UTF8.GetBytes(
                $$"""{"accepted":{{acceptance.Accepted}},"duplicates":{{acceptance.Duplicates}}}"""));
        }
        catch (StoreUnavailableException)
        {
            return WebAnswer.Error(503, "it cannot be stored now; send it again").With("Retry-After", "5");
        }
    }
}
