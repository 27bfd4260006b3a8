using System.Text.Json;
using ItsmAi.Hosting.Demo.Server;
using ItsmAi.Hosting.Demo.Server.Tickets;

namespace ItsmAi.Hosting.Tests.Fakes;

/// <summary>What the simulated desk shows to whoever asks it over HTTP.</summary>
internal static class DeskTickets
{
    /// <summary>One custom field of one ticket; empty where it has no value.</summary>
    public static async Task<string> Field(HttpClient http, SimulatedDesk desk, int number, string name, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(desk.Url, $"REST/2.0/ticket/{number}"));
        request.Headers.TryAddWithoutValidation("Authorization", $"token {desk.TokenOf(SimulatedDesk.Bot)}");
        using var answer = await http.SendAsync(request, stop);
        using var ticket = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop));
        return ticket.RootElement.GetProperty("CustomFields").EnumerateArray()
            .Single(field => field.GetProperty("name").GetString() == name)
            .GetProperty("values").EnumerateArray().Select(value => value.GetString()!).FirstOrDefault("");
    }

    /// <summary>Every ticket of the desk: its status, queue, title and summary.</summary>
    public static async Task<IReadOnlyList<(string Status, string Queue, string Title, string Summary)>> All(
        HttpClient http, SimulatedDesk desk, CancellationToken stop)
    {
        var all = new List<(string, string, string, string)>();
        for (var number = 1; ; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(desk.Url, $"REST/2.0/ticket/{number}"));
            request.Headers.TryAddWithoutValidation("Authorization", $"token {desk.TokenOf(SimulatedDesk.Bot)}");
            using var answer = await http.SendAsync(request, stop);
            if (!answer.IsSuccessStatusCode) return all;
            using var ticket = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop));
            var root = ticket.RootElement;
            var summary = root.GetProperty("CustomFields").EnumerateArray()
                .Single(field => field.GetProperty("name").GetString() == DeskSchema.Summary);
            all.Add((
                root.GetProperty("Status").GetString()!, root.GetProperty("Queue").GetProperty("Name").GetString()!,
                root.GetProperty("Subject").GetString()!,
                summary.GetProperty("values").EnumerateArray().Select(value => value.GetString()!).FirstOrDefault("")));
        }
    }
}
