using System.Text;
using System.Text.Json;
using ItsmAi.Connectors.Webhooks;
using ItsmAi.Desk.Events;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions.Alerts;

/// <summary>
/// A monitor says what fires and what cleared: verify, store each alert once, queue, answer. What cannot be stored now is
/// answered 503, which monitors send again, and never 429, which Alertmanager takes for a mistake of its own.
/// </summary>
public sealed class AlertReceived(
    IReadOnlyDictionary<string, Func<WebCall, WebhookAnswer>> monitors, IEventIntake intake)
{
    public async Task<WebAnswer> Answer(WebCall call, CancellationToken stop)
    {
        if (!monitors.TryGetValue(call.RouteValues["monitor"], out var listen))
            return WebAnswer.Error(404, "monitor: there is none of that name");
        var heard = listen(call);
        if (heard is WebhookAnswer.Refused refused) return WebAnswer.Error(refused.Status, refused.Says);
        var told = (WebhookAnswer.Verified)heard;
        try
        {
            var acceptance = await intake.Accept(told.Events, call.Body, stop);
            return WebAnswer.Json(202, Told(acceptance, told.Problems));
        }
        catch (StoreUnavailableException)
        {
            return WebAnswer.Error(503, "it cannot be stored now; send it again").With("Retry-After", "5");
        }
    }

    private static byte[] Told(Acceptance acceptance, IReadOnlyList<string> problems)
    {
        var listed = string.Join(',', problems.Take(10).Select(problem => $"\"{JsonEncodedText.Encode(problem)}\""));
        return Encoding.UTF8.GetBytes(
            $$"""{"accepted":{{acceptance.Accepted}},"duplicates":{{acceptance.Duplicates}},"problems":[{{listed}}]}""");
    }
}
