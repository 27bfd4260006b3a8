using System.Net.Http.Headers;
using System.Text.Json;
using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Obligations.Owners;

namespace ItsmAi.Connectors.Notifications;

/// <summary>Tells another program, signed as Standard Webhooks say: everybody's messages go to one address.</summary>
public sealed class WebhookChannel(HttpClient http, Uri address, WebhookSecret secret, TimeSpan timeout, TimeProvider clock)
    : INoticeChannel
{
    private readonly HttpDelivery _delivery = new(http, timeout, clock);

    public string Name => "webhook";

    public bool Reaches(KnownPerson person) => true;

    public async Task<Delivery> Send(NoticeMessage message, CancellationToken stop)
    {
        var body = Body(message);

        // The time is that of the try: receivers refuse what is older than some minutes.
        var timestamp = $"{clock.GetUtcNow().ToUnixTimeSeconds()}";
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("webhook-id", message.Id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("webhook-signature", secret.Sign(message.Id, timestamp, body));
        return await _delivery.Post(request, stop);
    }

    private static byte[] Body(NoticeMessage message)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", "obligations.noticed");
            json.WriteString("timestamp", message.At.UtcDateTime);
            json.WriteStartObject("data");
            json.WriteString("to", message.To.Person.Account);
            json.WriteString("inbox", message.Inbox.AbsoluteUri);
            json.WriteNumber("more", message.More);
            json.WriteStartArray("obligations");
            foreach (var line in message.Lines) Write(json, line);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, NoticeLine line)
    {
        json.WriteStartObject();
        json.WriteString("id", line.Owed.Id);
        json.WriteString("what", $"{line.Kind}");
        json.WriteString("kind", $"{line.Owed.Kind}");
        json.WriteString("practice", line.Owed.Practice);
        json.WriteString("owner", line.Owed.Owner.Account);
        json.WriteString("due", line.Owed.DueAt.UtcDateTime);
        json.WriteNumber("level", line.Owed.Level);
        json.WriteString("says", line.Says);
        json.WriteEndObject();
    }
}
