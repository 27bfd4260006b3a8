using System.Text;
using System.Text.Json;
using ItsmAi.EndToEnd.RequestTracker;
using ItsmAi.Hosting.Demo.Server;
using ItsmAi.ServiceDeskWorld;

namespace ItsmAi.EndToEnd.CustomHandler;

/// <summary>
/// The way of a ticket in Azure, with the test in the host's place: forwarded webhook, Service Bus, enveloped delivery,
/// killed in the middle, delivered again.
/// </summary>
public sealed class When_a_ticket_comes_through_the_functions_host(StorageEmulator storage)
    : IClassFixture<StorageEmulator>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("itsmai-functions-").FullName;
    private readonly HttpClient _http = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_act_once_however_often_it_is_killed_and_delivered()
    {
        storage.SkipWithout();
        var world = new World(7, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        await using var desk = await SimulatedDesk.Start(world.Organisation, TextWriter.Null, TimeProvider.System, Stop);
        using var bus = ScriptedServiceBus.Start();
        var config = await Configure(desk, bus);
        await Earned.In(storage, config, Stop);
        using (var host = await FunctionsHost.Start(config, storage, Stop))
        {
            desk.Tell(new Uri($"http://127.0.0.1:{host.Port}/api/tickets/rt-main"));
            await Open(desk);
            Assert.Equal(200, (await host.Get("/api/health", Stop)).Status);
        }

        var (id, session, body) = Assert.Single(bus.Messages);
        Assert.StartsWith("rt-main/txn-", id, StringComparison.Ordinal);
        Assert.Equal("rt-main:1", session);
        await KilledInTheMiddle(config, body);
        await Finished(config, body);

        var (notes, moves) = await Writes(desk);
        Assert.Equal((1, 1), (notes, moves));
    }

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task KilledInTheMiddle(string config, string body)
    {
        foreach (var milliseconds in new[] { 0, 20, 60, 120, 250, 500 })
        {
            using var host = await FunctionsHost.Start(config, storage, Stop);
            var cutOff = host.Deliver(body, Stop);
            await Task.Delay(milliseconds, Stop);
            await host.Kill(Stop);
            await Record.ExceptionAsync(() => cutOff);
        }
    }

    private async Task Finished(string config, string body)
    {
        using var host = await FunctionsHost.Start(config, storage, Stop);
        for (var tries = 0; tries < 60; tries++)
        {
            // 500 asks the real host to deliver again: an earlier try may still run at the desk.
            if ((await host.Deliver(body, Stop)).Status == 200)
            {
                Assert.Equal(200, (await host.Deliver(body, Stop)).Status);
                return;
            }

            await Task.Delay(250, Stop);
        }

        Assert.Fail(host.Said);
    }

    private async Task<string> Configure(SimulatedDesk desk, ScriptedServiceBus bus)
    {
        var tickets = Tickets.Generated(_folder);
        var (exit, said) = await Itsmai.Run(
            Stop, "train", "--tickets", tickets.History, "--out", Path.Combine(_folder, "triage.model"));
        Assert.True(exit == 0, said);
        await File.WriteAllTextAsync(Path.Combine(_folder, "bus"), bus.ConnectionString, Stop);
        await File.WriteAllTextAsync(Path.Combine(_folder, "token"), desk.TokenOf(SimulatedDesk.Bot), Stop);
        await File.WriteAllTextAsync(Path.Combine(_folder, "secret"), desk.Secret, Stop);
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "policy.yaml"),
            """
            version: 1
            owner: lead
            autonomy: { rungMinimum: 1, rungLowerBound: 0, autoMinimum: 1, autoLowerBound: 0 }
            rules:
              - { name: all, action: Route, level: Auto, because: a test }
            """,
            Stop);
        var config = Path.Combine(_folder, "itsmai.yaml");
        await File.WriteAllTextAsync(config, Configuration(desk, tickets), Stop);
        return config;
    }

    private static string Configuration(SimulatedDesk desk, Tickets tickets) =>
        $"""
        policy: policy.yaml
        model: triage.model
        settle: 10s
        store:
          connectionString: env:STORAGE
          serviceBusConnectionString: file:bus
        connections:
          - name: rt-main
            kind: request-tracker
            url: {desk.Url}
            token: file:token
            account: {SimulatedDesk.Bot}
            webhookSecrets: [file:secret]
            teams:
        {string.Join('\n', tickets.Queues.Select(pair => $"      \"{pair.Key}\": {pair.Value}"))}

        """;

    private async Task Open(SimulatedDesk desk)
    {
        const string Ticket =
            """
            {"Queue":"Service Desk","Subject":"VPN tunnel drops with error 809","Requestor":"kim@example.test","ContentType":"text/plain",
             "Content":"The VPN client on my laptop drops every few minutes since Monday with error 809, at home and in the hotel."}
            """;
        using var answer = await Ask(desk, HttpMethod.Post, "ticket", SimulatedDesk.Gateway, Ticket);
    }

    private async Task<(int Notes, int Moves)> Writes(SimulatedDesk desk)
    {
        var query = Uri.EscapeDataString("ObjectType='RT::Ticket' AND id > 0");
        using var answer = await Ask(
            desk, HttpMethod.Get, $"transactions?query={query}&fields=Type,Field,Creator&per_page=100", SimulatedDesk.Bot, null);
        var ours = answer.RootElement.GetProperty("items").EnumerateArray()
            .Where(item => item.GetRawText().Contains(SimulatedDesk.Bot, StringComparison.Ordinal))
            .ToList();
        return (
            ours.Count(item => item.GetProperty("Type").GetString() == "Comment"),
            ours.Count(item => item.GetProperty("Type").GetString() == "Set" && item.GetProperty("Field").GetString() == "Queue"));
    }

    private async Task<JsonDocument> Ask(SimulatedDesk desk, HttpMethod method, string path, string account, string? json)
    {
        using var request = new HttpRequestMessage(method, new Uri(desk.Url, $"REST/2.0/{path}"));
        request.Headers.TryAddWithoutValidation("Authorization", $"token {desk.TokenOf(account)}");
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text);
    }
}
