using System.Text.Json;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Pseudonyms;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Demo.Server;
using ItsmAi.Hosting.Demo.Server.Tickets;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Fakes;
using ItsmAi.Hosting.Triggers;
using ItsmAi.Incidents.Closing;
using ItsmAi.ServiceDeskWorld;

namespace ItsmAi.Hosting.Tests.Reactions.Closing;

/// <summary>The whole application beside a desk whose resolved tickets it looks after, and a clock that a test moves.</summary>
internal sealed class ClosingHouse : IAsyncDisposable
{
    public const string Requester = SimulatedDesk.Gateway;
    private static readonly ConnectionName Desk = new("desk");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("itsmai-closing-");
    private readonly SimulatedDesk _desk;
    private readonly HttpClient _http = new();
    private readonly ItsmAiConfiguration _settings;
    private DataFolder _data = null!;

    private ClosingHouse(SimulatedDesk desk, ManualClock clock, string agent, string other, string level, ClosureRules rules)
    {
        (_desk, Clock, Agent, OtherAgent) = (desk, clock, agent, other);
        _settings = new ItsmAiConfiguration
        {
            Policy = Policy(level),
            Settle = TimeSpan.FromSeconds(2),
            Connections =
            [
                new ConnectionConfiguration
                {
                    Name = Desk, Url = desk.Url, Token = desk.TokenOf(SimulatedDesk.Bot), Account = new Person(SimulatedDesk.Bot),
                    WebhookSecrets = [desk.Secret], ServiceField = DeskSchema.Service, VipField = DeskSchema.Vip,
                    ResolutionCodeField = DeskSchema.ResolutionCode, ResolutionNotesField = DeskSchema.ResolutionNotes,
                    Statuses = new Dictionary<string, TicketStatus> { ["closed"] = TicketStatus.Closed },
                    FeedLag = TimeSpan.Zero, Closure = rules,
                },
            ],
        };
    }

    public ManualClock Clock { get; }

    /// <summary>Somebody who works at the desk.</summary>
    public string Agent { get; }

    /// <summary>Somebody else who works there.</summary>
    public string OtherAgent { get; }

    public House House { get; private set; } = null!;

    /// <summary>Where everything but the queue is kept.</summary>
    public CrashingStore Store { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ClosingHouse> Open(string level = "Auto", double sample = 0)
    {
        // The morning of a Monday.
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var world = new World(1, clock.GetUtcNow());
        var desk = await SimulatedDesk.Start(world.Organisation, TextWriter.Null, clock, Stop);
        var rules = new ClosureRules
        {
            SampleShare = sample,
            Managers = new Dictionary<string, Person>(StringComparer.OrdinalIgnoreCase) { ["Network"] = new("nina") },
            SecurityClasses = ["security"],
            RegulatedServices = ["payments"],
        };
        var agents = world.Organisation.Agents;
        var house = new ClosingHouse(desk, clock, agents[0].Account.Account, agents[1].Account.Account, level, rules);
        await house.Begin();
        await house.House.DesksReconciled(clock.GetUtcNow(), Stop);
        return house;
    }

    /// <summary>A ticket that its requester opened and an agent resolved with code and notes; all evidence is there.</summary>
    public async Task<int> Resolved(
        int priority = 60, string code = "fixed", string notes = "restarted the concentrator", params (string Field, string Value)[] fields)
    {
        var number = await Opened(priority, fields);
        await Put(
            number, Agent,
            $$"""{"CustomFields":{"{{DeskSchema.ResolutionCode}}":"{{code}}","{{DeskSchema.ResolutionNotes}}":"{{notes}}"},"Status":"resolved"}""");
        await Drain();
        return number;
    }

    public async Task<int> Opened(int priority = 60, params (string Field, string Value)[] fields)
    {
        var all = string.Concat(fields.Prepend((DeskSchema.Category, "network/vpn")).Prepend((DeskSchema.Service, "vpn"))
            .Reverse().DistinctBy(field => field.Item1).Select(field => $",\"{field.Item1}\":\"{field.Item2}\""));
        var body = $$$"""
            {"Queue":"Network","Subject":"VPN drops every ten minutes with error 809","Requestor":"{{{Requester}}}","Priority":{{{priority}}},
             "Content":"Since this morning the connection to the concentrator drops after ten minutes; reconnecting helps until the next drop.",
             "CustomFields":{{{{all[1..]}}}}}
            """;
        using var made = JsonDocument.Parse(await Send(HttpMethod.Post, "ticket", Requester, body));
        return int.Parse(made.RootElement.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
    }

    public Task Put(int ticket, string account, string body) => Send(HttpMethod.Put, $"ticket/{ticket}", account, body);

    public async Task SetStatus(int ticket, string status)
    {
        await Put(ticket, Agent, $$"""{"Status":"{{status}}"}""");
        await Drain();
    }

    public async Task Reply(int ticket, string says, string? by = null)
    {
        await Send(HttpMethod.Post, $"ticket/{ticket}/correspond", by ?? Requester, JsonSerializer.Serialize(new Dictionary<string, string> { ["Content"] = says }));
        await Drain();
    }

    /// <summary>Takes what the desk's own record tells, and handles it in order.</summary>
    public async Task Drain()
    {
        Assert.IsType<Handling.Done>(await House.DesksReconciled(Clock.GetUtcNow(), Stop));
        while (await _data.Queue.Claim(100, Stop) is { Count: > 0 } claims)
        {
            foreach (var claim in claims)
            {
                Assert.IsType<Handling.Done>(await House.TicketHandled(EventJson.Write(claim.What), Stop));
                await _data.Queue.Complete(claim, Stop);
            }
        }
    }

    public async Task Tick() => Assert.IsType<Handling.Done>(await House.ClosuresTended(Clock.GetUtcNow(), Stop));

    public async Task Pass(double days)
    {
        await Clock.Advance(TimeSpan.FromDays(days));
        await Drain();
        await Tick();
    }

    public async Task Restart()
    {
        await _data.DisposeAsync();
        await Begin();
    }

    public async Task<string> Status(int ticket) => (await DeskTickets.All(_http, _desk, Stop))[ticket - 1].Status;

    /// <summary>A person takes back what was done.</summary>
    public async Task Undo(string decision, string by)
    {
        var decided = (await Receipts()).Single(one => one.Id == $"{decision}-decided");
        var asked = new Event
        {
            Id = new EventId($"test/undo-{decision}"), Kind = EventKind.DecisionUndone, Subject = decided.Subject!, Decision = decision,
            OccurredAt = Clock.GetUtcNow(), ReceivedAt = Clock.GetUtcNow(), Actor = new Person(by),
        };
        Assert.IsType<Handling.Done>(await House.TicketHandled(EventJson.Write(asked), Stop));
    }

    public async Task<VerificationReport> Verify() => await VerifyReceipts.Walk(_data.Records, Stop);

    /// <summary>What somebody owes now, but for the model that nobody trained.</summary>
    public async Task<IReadOnlyList<Obligation>> Owed() =>
        [.. (await new ObligationBook(_data.Records, new ReceiptChain(_data.Records), Clock).Open(Stop)).Where(owed => owed.About != "model")];

    public async Task<IReadOnlyList<Receipt>> Receipts() =>
        [.. (await new NamesOnReceipts(_data.Records).Show(await new DecisionBook(_data.Records).Latest(1000, Stop), Stop))
            .Select(line => line.Receipt)];

    public async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync();
        await _desk.DisposeAsync();
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task Begin()
    {
        _data = await DataFolder.OpenOrMake(_folder.FullName, new QueueOptions(), Clock, Stop);
        Store = new CrashingStore(_data.Records);
        var stores = new Stores(Store, _data.Queue, null, _data.Queue, Composition.Anchors(_data, _settings));
        House = await Composition.Of(_settings, stores, TextWriter.Null, Clock, Stop);
    }

    private async Task<string> Send(HttpMethod method, string path, string account, string body)
    {
        using var request = new HttpRequestMessage(method, new Uri(_desk.Url, $"REST/2.0/{path}"));
        request.Headers.TryAddWithoutValidation("Authorization", $"token {_desk.TokenOf(account)}");
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request, Stop);
        var says = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, says);
        return says;
    }

    private static string Policy(string level) =>
        $$"""
        version: 1
        owner: desk.lead
        rules:
          - { name: close, action: CloseTicket, level: {{level}}, because: evidence closes a ticket }
          - { name: reopen, action: ReopenTicket, level: {{level}}, because: what is still broken is open }
        """;
}
