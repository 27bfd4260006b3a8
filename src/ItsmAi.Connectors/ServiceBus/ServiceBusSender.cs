using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Core;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.ServiceBus;

/// <summary>
/// Sends messages by the documented REST call <c>POST /{queue}/messages</c>. The MessageId drives the queue's duplicate
/// detection; the SessionId keeps a ticket's messages in order.
/// </summary>
public sealed class ServiceBusSender(ServiceBusOptions options, HttpClient http, TimeProvider clock)
{
    private static readonly TokenRequestContext Scope = new(["https://servicebus.azure.net/.default"]);
    private static readonly TimeSpan SignatureLife = TimeSpan.FromMinutes(20);

    /// <exception cref="StoreUnavailableException">
    /// It is not known to be queued: send it again, under the same id.
    /// </exception>
    public async Task Send(string messageId, string session, string body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Namespace, $"{options.Queue}/messages"));
        request.Headers.TryAddWithoutValidation("Authorization", await Authorization(stop));
        request.Headers.TryAddWithoutValidation("BrokerProperties", Properties(messageId, session));
        request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        try
        {
            using var response = await http.SendAsync(request, stop);
            if (response.StatusCode != HttpStatusCode.Created)
            {
                throw new StoreUnavailableException($"Service Bus answered {(int)response.StatusCode} to message {messageId}");
            }
        }
        catch (Exception error) when (error is HttpRequestException || (error is TaskCanceledException && !stop.IsCancellationRequested))
        {
            throw new StoreUnavailableException($"Service Bus did not answer: {error.Message}", error);
        }
    }

    private static string Properties(string messageId, string session)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("MessageId", messageId);
            json.WriteString("SessionId", session);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private async Task<string> Authorization(CancellationToken stop) => options.Credential is { } credential
        ? $"Bearer {(await credential.GetTokenAsync(Scope, stop)).Token}"
        : SharedAccessSignature();

    private string SharedAccessSignature()
    {
        var resource = Uri.EscapeDataString(new Uri(options.Namespace, options.Queue).AbsoluteUri.ToLowerInvariant());
        var expiry = (clock.GetUtcNow() + SignatureLife).ToUnixTimeSeconds();
        var signature = Convert.ToBase64String(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(options.Key!), Encoding.UTF8.GetBytes($"{resource}\n{expiry}")));
        return $"SharedAccessSignature sr={resource}&sig={Uri.EscapeDataString(signature)}&se={expiry}&skn={options.KeyName}";
    }
}
