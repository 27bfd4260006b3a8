using System.Net;
using System.Net.Http.Headers;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Pseudonyms;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Demo;
using ItsmAi.Hosting.Demo.Playing;
using ItsmAi.Hosting.Demo.Server;
using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Standalone;
using ItsmAi.ServiceDeskWorld;
using ItsmAi.ServiceDeskWorld.Tickets;

namespace ItsmAi.Hosting.Tests.Reactions;

/// <summary>The whole application beside a desk, with a trained model and a policy that only proposes.</summary>
public class ProposingDesk : IAsyncLifetime
{
    private readonly World _world = new(1, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    protected virtual string Level => "ApproveFirst";

    private readonly HttpClient _http = new();
    private readonly Dictionary<Role, string> _tokens = [];
    private DemoFolder _folder = null!;
    private DemoStage _stage = null!;

    internal DataFolder Data => _stage.Data;

    public async ValueTask InitializeAsync()
    {
        _folder = DemoFolder.Open(null);
        await File.WriteAllTextAsync(_folder.PolicyPath, "version: 1\nowner: lead\nrules:\n  - { name: all, level: " + Level + ", because: a test }\n");
        Assert.Null(ModelFile.Write(_folder.ModelPath, DemoTraining.Train(_world, default)));
        _stage = await DemoStage.Set(_world, _folder, null, TimeProvider.System, default);
        var tokens = new AccessTokens(_stage.Data.Records, TimeProvider.System);
        foreach (var role in Enum.GetValues<Role>()) _tokens[role] = (await tokens.Create($"some.{role}", role, null, default))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _stage.DisposeAsync();
        _folder.Dispose();
        _http.Dispose();
        GC.SuppressFinalize(this);
    }

    public Task<(HttpStatusCode Status, string Says)> Ask(HttpMethod method, string path, Role? role, string? body = null) =>
        Ask(method, path, role is { } known ? _tokens[known] : null, body);

    /// <summary>As somebody of that name, with a token of that role.</summary>
    public async Task<(HttpStatusCode Status, string Says)> AskAs(string name, Role role, HttpMethod method, string path, string? body)
    {
        var tokens = new AccessTokens(_stage.Data.Records, TimeProvider.System);
        var secret = await tokens.Create(name, role, null, default);
        var answer = await Ask(method, path, secret, body);
        await tokens.Revoke(name, default);
        return answer;
    }

    public async Task<(HttpStatusCode Status, string Says)> Ask(
        HttpMethod method, string path, string? secret, string? body, params IReadOnlyList<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(_stage.Site, path));
        if (secret is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null) request.Content = new StringContent(body);
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A ticket that the model is sure of, typed in at the desk; its decision.</summary>
    public async Task<Receipt> Proposal(CancellationToken stop)
    {
        var number = await Open(stop);
        var lines = await Until(line => line.Receipt.Kind == ReceiptKind.Applied && line.Receipt.Subject!.Number == number, stop);
        return lines.First(line => line.Receipt.Kind == ReceiptKind.Decided && line.Receipt.Subject!.Number == number).Receipt;
    }

    /// <summary>A ticket that the model is sure of, typed in at the desk; its number.</summary>
    public async Task<string> Open(CancellationToken stop)
    {
        var arrival = _world.Arrivals().First(one => one.Kind == ArrivalKind.Ordinary && !one.Requester.IsVip && one.Service is not null);
        return await new DeskPeople(_http, _stage.Desk).Open(arrival, stop);
    }

    public async Task<IReadOnlyList<ReceiptLine>> Until(Func<ReceiptLine, bool> there, CancellationToken stop)
    {
        var book = new DecisionBook(_stage.Data.Records);
        var names = new NamesOnReceipts(_stage.Data.Records);
        for (var tries = 0; tries < 200; tries++)
        {
            var lines = await names.Show(await book.Latest(200, stop), stop);
            if (lines.Any(there)) return lines;
            await Task.Delay(50, stop);
        }

        throw new TimeoutException("the receipt did not come");
    }

    public async Task<Team> TeamOf(TicketId ticket)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_stage.Desk.Url, $"REST/2.0/ticket/{ticket.Number}"));
        request.Headers.TryAddWithoutValidation("Authorization", $"token {_stage.Desk.TokenOf(SimulatedDesk.Bot)}");
        using var answer = await _http.SendAsync(request);
        using var json = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return new Team(json.RootElement.GetProperty("Queue").GetProperty("Name").GetString()!);
    }

    public Task<VerificationReport> Verify(CancellationToken stop) => VerifyReceipts.Walk(_stage.Data.Records, stop);
}
