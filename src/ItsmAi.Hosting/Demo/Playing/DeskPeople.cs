using System.Net.Http.Headers;
using System.Text.Json;
using ItsmAi.Desk.People;
using ItsmAi.Hosting.Demo.Server;
using ItsmAi.Hosting.Demo.Server.Tickets;
using ItsmAi.ServiceDeskWorld.Tickets;

namespace ItsmAi.Hosting.Demo.Playing;

/// <summary>
/// The people of the simulated company at their desk: they open, move and resolve tickets over HTTP, as anybody would.
/// </summary>
internal sealed class DeskPeople(HttpClient http, SimulatedDesk desk)
{
    /// <summary>Opens the ticket and gives its number.</summary>
    public async Task<string> Open(Arrival arrival, CancellationToken stop)
    {
        var answer = await Send(HttpMethod.Post, "ticket", SimulatedDesk.Gateway, json =>
        {
            json.WriteString("Queue", ServiceDeskWorld.Catalogue.Queues.Intake.Name);
            json.WriteString("Subject", arrival.Title);
            json.WriteString("Requestor", arrival.Requester.Mail);
            json.WriteString("ContentType", "text/plain");
            json.WriteString("Content", arrival.Description);
            json.WriteStartObject("CustomFields");
            if (arrival.ConfigurationItem is { } item) json.WriteString(DeskSchema.ConfigurationItem, item);
            if (arrival.Service is { } service) json.WriteString(DeskSchema.Service, service);
            if (arrival.Requester.IsVip) json.WriteString(DeskSchema.Vip, "yes");
            json.WriteEndObject();
        }, stop);
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("id").GetString()!;
    }

    public Task Move(string ticket, Team to, Person by, CancellationToken stop) =>
        Send(HttpMethod.Put, $"ticket/{ticket}", by.Account, json => json.WriteString("Queue", to.Name), stop);

    /// <summary>Takes a ticket and begins to work on it.</summary>
    public async Task TakeUp(string ticket, Person by, CancellationToken stop)
    {
        await Send(HttpMethod.Put, $"ticket/{ticket}", by.Account, json => json.WriteString("Owner", by.Account), stop);
        await Send(HttpMethod.Put, $"ticket/{ticket}", by.Account, json => json.WriteString("Status", "open"), stop);
    }

    public async Task Resolve(string ticket, string how, Person by, CancellationToken stop)
    {
        await Send(HttpMethod.Post, $"ticket/{ticket}/comment", by.Account, json =>
        {
            json.WriteString("ContentType", "text/plain");
            json.WriteString("Content", how);
        }, stop);
        await Send(HttpMethod.Put, $"ticket/{ticket}", by.Account, json => json.WriteString("Status", "resolved"), stop);
    }

    private async Task<string> Send(
        HttpMethod method, string path, string account, Action<Utf8JsonWriter> write, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, new Uri(desk.Url, $"REST/2.0/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("token", desk.TokenOf(account));
        request.Content = new ReadOnlyMemoryContent(DeskJson.Of(json =>
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await http.SendAsync(request, stop);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(stop);
    }
}
