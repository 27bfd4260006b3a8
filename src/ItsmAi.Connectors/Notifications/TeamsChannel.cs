using System.Net.Http.Headers;
using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Obligations.Owners;

namespace ItsmAi.Connectors.Notifications;

/// <summary>Tells people in Teams, through the webhook of a workflow: their own, or one that all share.</summary>
/// <param name="shared">Null: only those who have a workflow of their own are reached.</param>
public sealed class TeamsChannel(HttpClient http, Uri? shared, TimeSpan timeout, TimeProvider clock) : INoticeChannel
{
    private readonly HttpDelivery _delivery = new(http, timeout, clock);

    public string Name => "teams";

    public bool Reaches(KnownPerson person) => (person.Teams ?? shared) is not null;

    public async Task<Delivery> Send(NoticeMessage message, CancellationToken stop)
    {
        if ((message.To.Teams ?? shared) is not { } address) return new Delivery.Never("there is no workflow for this person");
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new ByteArrayContent(TeamsCard.Write(message));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        // A workflow that keeps runs by this id drops a repetition; others ignore it.
        request.Headers.TryAddWithoutValidation("x-ms-client-tracking-id", message.Id);
        return await _delivery.Post(request, stop);
    }
}
