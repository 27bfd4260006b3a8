using System.Text.Json;
using ItsmAi.Connectors.Json;
using ItsmAi.Connectors.Webhooks;

namespace ItsmAi.Connectors.AzureMonitor;

/// <summary>
/// What an Azure Monitor action group posts in the common alert schema: one alert a post, whatever kind of rule it is from.
/// It is told at least once; after five refusals nothing is sent for a quarter of an hour.
/// </summary>
public sealed class AzureMonitorWebhook(AzureMonitorOptions options)
{
    private const string Schema = "azureMonitorCommonAlertSchema";

    private readonly ReadCommonAlert _read = new(options);

    public WebhookAnswer Read(IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        AlertPost.Read(headers, options.Tokens, body, (root, hash) => Events(root, hash, now));

    private WebhookAnswer Events(JsonElement root, string hash, DateTimeOffset now)
    {
        if (root.Text("schemaId") is var schema && schema != Schema)
        {
            return new WebhookAnswer.Refused(
                400, $"schemaId: \"{schema}\" is not {Schema}; switch the common alert schema on in the action group");
        }

        var (alert, problem) = _read.Read(root);
        return alert is null
            ? new WebhookAnswer.Refused(400, problem!)
            : new WebhookAnswer.Verified([AlertPost.EventOf(options.Connection, alert, hash, now)])
            {
                Problems = problem is null ? [] : [problem],
            };
    }
}
