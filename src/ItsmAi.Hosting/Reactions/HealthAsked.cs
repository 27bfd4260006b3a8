using System.Text;
using System.Text.Json;
using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Configuration;

namespace ItsmAi.Hosting.Reactions;

/// <summary>Says whether we run and names the part that does not. It tells nothing that a stranger could use.</summary>
public sealed class HealthAsked(ItsmAiConfiguration settings, ActivePolicy policy)
{
    public async Task<WebAnswer> Answer(WebCall call, CancellationToken stop)
    {
        var failing = "";
        try
        {
            await policy.Refresh(stop);
        }
        catch (StoreUnavailableException)
        {
            failing = "store";
        }
        catch (FormatException)
        {
            failing = "policy";
        }

        var says = $$"""
            {"status":"{{(failing.Length == 0 ? "ok" : "failing")}}","failing":"{{failing}}",
             "connections":{{settings.Connections.Count}},"policy":"{{JsonEncodedText.Encode(policy.Current.Version)}}"}
            """;
        return WebAnswer.Json(failing.Length == 0 ? 200 : 503, Encoding.UTF8.GetBytes(says));
    }
}
