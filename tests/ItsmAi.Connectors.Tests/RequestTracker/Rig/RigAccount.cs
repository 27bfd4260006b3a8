using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ItsmAi.Connectors.Tests.RequestTracker.Rig;

/// <summary>Somebody who works in Request Tracker: what a person would click, over REST.</summary>
public sealed class RigAccount(HttpClient http, string url, string token)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<string> Opens(
        string subject = "VPN drops", string content = "It drops.", string queue = "Service Desk", string more = "",
        string requester = "kim@example.test")
    {
        var answer = await Send(HttpMethod.Post, "ticket", $$"""
            {"Queue":{{Text(queue)}},"Subject":{{Text(subject)}},"Content":{{Text(content)}},
             "ContentType":"text/plain","Requestor":{{Text(requester)}}{{more}}}
            """);
        return answer.GetProperty("id").GetString()!;
    }

    public Task Sets(string ticket, string json) => Send(HttpMethod.Put, $"ticket/{ticket}", json);

    public Task Comments(string ticket, string json) => Send(HttpMethod.Post, $"ticket/{ticket}/comment", json);

    public Task Replies(string ticket, string says = "Try again.") => Send(
        HttpMethod.Post, $"ticket/{ticket}/correspond", $$"""{"Content":{{Text(says)}},"ContentType":"text/plain"}""");

    public Task<JsonElement> Gets(string path) => Send(HttpMethod.Get, path, json: null);

    /// <summary>The ticket's transactions without mail, each as <c>Type Field New Creator</c>.</summary>
    public async Task<IReadOnlyList<string>> History(string ticket)
    {
        var query = Uri.EscapeDataString($"ObjectType='RT::Ticket' AND ObjectId={ticket} AND Type != 'EmailRecord'");
        var page = await Gets(
            $"transactions?query={query}&fields=Type,Field,NewValue,Creator&orderby=id&order=ASC&per_page=100");
        return [.. page.GetProperty("items").EnumerateArray().Select(each => string.Join(' ',
            each.GetProperty("Type").GetString(), each.GetProperty("Field").GetString(),
            each.GetProperty("NewValue").GetString(), each.GetProperty("Creator").GetProperty("id").GetString()))];
    }

    public async Task<int> CommentCount(string ticket) =>
        (await History(ticket)).Count(each => each.StartsWith("Comment", StringComparison.Ordinal));

    private static string Text(string value) => JsonSerializer.Serialize(value);

    private async Task<JsonElement> Send(HttpMethod method, string path, string? json)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{url}/REST/2.0/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("token", token);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, Stop);
        var body = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(
            response.IsSuccessStatusCode,
            string.Create(CultureInfo.InvariantCulture, $"{method} {path}: {response.StatusCode} {body}"));
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }
}
