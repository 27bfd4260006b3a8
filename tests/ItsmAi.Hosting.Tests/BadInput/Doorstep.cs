using System.Net;
using System.Security.Cryptography;
using System.Text;
using ItsmAi.Desk.Events;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Demo;
using ItsmAi.Hosting.Demo.Playing;
using ItsmAi.ServiceDeskWorld;
using ItsmAi.ServiceDeskWorld.Tickets;

namespace ItsmAi.Hosting.Tests.BadInput;

/// <summary>The whole application with a desk beside it, and a stranger at its webhook who knows the secret, or not.</summary>
public sealed class Doorstep : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private readonly World _world = new(1, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private Arrival _arrival = null!;
    private DemoFolder _folder = null!;
    private DemoStage _stage = null!;

    /// <summary>A signed body of ours: event n of ticket m, as the scrip sends it.</summary>
    public static byte[] Body(int transaction, int ticket) => Encoding.UTF8.GetBytes(
        $$$"""
        {"specversion":"1.0","id":"x","source":"x","type":"rt.ticket.created","time":"2026-03-02T09:00:00Z","subject":"ticket/{{{ticket}}}",
         "data":{"ticket":{"id":{{{ticket}}},"version":{{{transaction}}}},
                 "transaction":{"id":{{{transaction}}},"type":"Create","actor":{"name":"kim"}},
                 "transactions":[{"id":{{{transaction}}},"type":"Create"}]}}
        """);

    public async ValueTask InitializeAsync()
    {
        _folder = DemoFolder.Open(null);
        await File.WriteAllTextAsync(_folder.PolicyPath, "version: 1\nowner: lead\nrules:\n  - { name: all, level: Auto, because: a test }\n");
        _arrival = _world.Arrivals().First();
        _stage = await DemoStage.Set(_world, _folder, null, TimeProvider.System, default);
    }

    public async ValueTask DisposeAsync()
    {
        await _stage.DisposeAsync();
        _folder.Dispose();
        _http.Dispose();
    }

    public Task<(HttpStatusCode Status, string Says)> Knock(byte[] body, DateTimeOffset? signedAt = null, string connection = "demo-desk") =>
        Knock(body, Signature(body, _stage.Desk.Secret, signedAt ?? TimeProvider.System.GetUtcNow()), connection);

    public async Task<(HttpStatusCode Status, string Says)> Knock(byte[] body, string? signature, string connection = "demo-desk")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        if (signature is not null) content.Headers.TryAddWithoutValidation("X-Itsm-Signature", signature);
        using var answer = await _http.PostAsync(new Uri(_stage.Site, $"api/tickets/{connection}"), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static string Signature(byte[] body, string secret, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds();
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"{time}."), .. body]);
        return $"t={time},v1={Convert.ToHexStringLower(mac)}";
    }

    /// <summary>A ticket typed in at the desk; its number.</summary>
    public async Task<string> Open(string title, string text, CancellationToken stop) =>
        await new DeskPeople(_http, _stage.Desk).Open(_arrival with { Title = title, Description = text }, stop);

    public async Task<DeadLetter> DeadLetter(string subject, CancellationToken stop)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            await foreach (var letter in _stage.Data.Queue.List(stop))
            {
                if (letter.Subject == subject) return letter;
            }

            await Task.Delay(50, stop);
        }

        throw new TimeoutException($"no dead letter of {subject}");
    }

    public async Task<Receipt> Decision(string ticket, CancellationToken stop)
    {
        var book = new DecisionBook(_stage.Data.Records);
        for (var tries = 0; tries < 200; tries++)
        {
            var lines = await book.Latest(100, stop);
            var decided = lines.FirstOrDefault(line => line.Receipt.Kind == ReceiptKind.Decided && line.Receipt.Subject?.Number == ticket);
            if (decided is not null) return decided.Receipt;
            await Task.Delay(50, stop);
        }

        throw new TimeoutException($"no decision on {ticket}");
    }

    public async Task<int> Receipts(CancellationToken stop) => (await new DecisionBook(_stage.Data.Records).Latest(500, stop)).Count;
}
