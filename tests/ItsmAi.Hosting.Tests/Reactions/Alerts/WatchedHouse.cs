using System.Text;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Landscape;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Demo.Server;
using ItsmAi.Hosting.Demo.Server.Tickets;
using ItsmAi.Hosting.Reactions.Alerts;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Fakes;
using ItsmAi.Hosting.Triggers;
using ItsmAi.Incidents.Alerting;
using ItsmAi.Incidents.Closing;
using ItsmAi.Incidents.Correlating;
using ItsmAi.Incidents.Opening;
using ItsmAi.ServiceDeskWorld;

namespace ItsmAi.Hosting.Tests.Reactions.Alerts;

/// <summary>The whole application on a folder beside a desk, with one monitor and a clock that moves when a test says so.</summary>
internal sealed class WatchedHouse : IAsyncDisposable
{
    public const string Monitor = "prometheus";
    private const string Token = "0123456789abcdef-monitor";
    private static readonly ConnectionName Desk = new("desk");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("itsmai-watched-");
    private readonly SimulatedDesk _desk;
    private readonly HttpClient _http = new();
    private readonly ItsmAiConfiguration _settings;
    private readonly CorrelationRules _correlation;
    private DataFolder _data = null!;

    private WatchedHouse(SimulatedDesk desk, ManualClock clock, string agent, string level, ServiceGraph graph, string link)
    {
        (_desk, Clock, Agent, _correlation) = (desk, clock, agent, new CorrelationRules { Graph = graph });
        _settings = new ItsmAiConfiguration
        {
            Policy = Policy(level, link),
            Settle = TimeSpan.FromSeconds(2),
            Monitors = [new MonitorConfiguration(new ConnectionName(Monitor), [Token])],
            Alerts = new AlertConfiguration(
                new AlertingRules
                {
                    Desk = Desk,
                    Team = new Team("Network"),
                    UpdateEvery = TimeSpan.FromMinutes(1),
                    MajorIncidentManager = new Person("mia"),
                    Candidates = new CandidateRules { WaitsFor = TimeSpan.FromMinutes(1), ClearFor = TimeSpan.FromMinutes(5) },
                },
                _correlation),
            Connections =
            [
                new ConnectionConfiguration
                {
                    Name = Desk, Url = desk.Url, Token = desk.TokenOf(SimulatedDesk.Bot), Account = new Person(SimulatedDesk.Bot),
                    WebhookSecrets = [desk.Secret], ServiceField = DeskSchema.Service, ConfigurationItemField = DeskSchema.ConfigurationItem,
                    ResolutionCodeField = DeskSchema.ResolutionCode, ResolutionNotesField = DeskSchema.ResolutionNotes,
                    Statuses = new Dictionary<string, TicketStatus> { ["closed"] = TicketStatus.Closed },
                    FeedLag = TimeSpan.Zero,
                    Closure = new ClosureRules
                    {
                        SampleShare = 0,
                        Managers = new Dictionary<string, Person>(StringComparer.OrdinalIgnoreCase) { ["Network"] = new("nina") },
                    },
                },
            ],
        };
    }

    public ManualClock Clock { get; }

    /// <summary>Somebody who works at the desk.</summary>
    public string Agent { get; }

    /// <summary>How grave the alerts are that are posted.</summary>
    public string Severity { get; set; } = "critical";

    public House House { get; private set; } = null!;

    public IRecordStore Records => _data.Records;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<WatchedHouse> Open(string level = "Auto", ServiceGraph? graph = null, string link = "Auto")
    {
        var clock = new ManualClock();
        var world = new World(1, clock.GetUtcNow());
        var desk = await SimulatedDesk.Start(world.Organisation, TextWriter.Null, clock, Stop);
        var house = new WatchedHouse(desk, clock, world.Organisation.Agents[0].Account.Account, level, graph ?? ServiceGraph.Empty, link);
        await house.Begin();
        await house.House.DesksReconciled(clock.GetUtcNow(), Stop);
        return house;
    }

    /// <summary>The process ends and another begins on the same folder.</summary>
    public async Task Restart()
    {
        await _data.DisposeAsync();
        await Begin();
    }

    /// <summary>What Alertmanager would post: name, service and whether it fires, each since its minute.</summary>
    public Task<WebAnswer> Post(params IEnumerable<(string Name, string Service, bool Fires, int Minute)> alerts) => PostBody(
        $$"""{"version":"4","status":"firing","alerts":[{{string.Join(',', alerts.Select(Json))}}]}""");

    public Task<WebAnswer> PostBody(string body, string token = Token) => House.AlertReceived(
        new WebCall(
            "POST", $"/api/alerts/{Monitor}", new Dictionary<string, string> { ["monitor"] = Monitor }, new Dictionary<string, string>(),
            new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" }, Encoding.UTF8.GetBytes(body)),
        Stop);

    /// <summary>Handles what waits in the queue, and lets the timer tick once.</summary>
    public async Task Tick()
    {
        await Drain();
        Assert.IsType<Handling.Done>(await House.IncidentsTended(Clock.GetUtcNow(), Stop));
    }

    public async Task Drain()
    {
        while (await _data.Queue.Claim(100, Stop) is { Count: > 0 } claims)
        {
            foreach (var claim in claims)
            {
                Assert.IsType<Handling.Done>(await House.TicketHandled(EventJson.Write(claim.What), Stop));
                await _data.Queue.Complete(claim, Stop);
            }
        }
    }

    /// <summary>What happened at the desk is heard of, and resolved tickets are looked after.</summary>
    public async Task PassDays(double days)
    {
        Assert.IsType<Handling.Done>(await House.DesksReconciled(Clock.GetUtcNow(), Stop));
        await Drain();
        await Clock.Advance(TimeSpan.FromDays(days));
        Assert.IsType<Handling.Done>(await House.ClosuresTended(Clock.GetUtcNow(), Stop));
        Assert.IsType<Handling.Done>(await House.DesksReconciled(Clock.GetUtcNow(), Stop));
        await Drain();
    }

    public async Task Pass(double minutes)
    {
        await Clock.Advance(TimeSpan.FromMinutes(minutes));
        await Tick();
    }

    /// <summary>What somebody does to a ticket at the desk, and what comes of it.</summary>
    public async Task Work(int ticket, string status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(_desk.Url, $"REST/2.0/ticket/{ticket}"));
        request.Headers.TryAddWithoutValidation("Authorization", $"token {_desk.TokenOf(Agent)}");
        request.Content = new StringContent($$"""{"Status":"{{status}}"}""", Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request, Stop);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.IsType<Handling.Done>(await House.DesksReconciled(Clock.GetUtcNow(), Stop));
        await Drain();
    }

    /// <summary>What a person, or a requester by the link in a note, says of a decision.</summary>
    public async Task Answer(string decision, EventKind kind, TicketId subject)
    {
        var asked = new Event
        {
            Id = new EventId($"test/{kind}-{decision}"), Kind = kind, Subject = subject, Decision = decision,
            OccurredAt = Clock.GetUtcNow(), ReceivedAt = Clock.GetUtcNow(), Actor = new Person(Agent),
        };
        Assert.IsType<Handling.Done>(await House.TicketHandled(EventJson.Write(asked), Stop));
    }

    public async Task<string> DuplicateOf(int ticket) => await DeskTickets.Field(_http, _desk, ticket, DeskSchema.DuplicateOf, Stop);

    /// <summary>Every ticket of the desk: its status, queue, title and summary.</summary>
    public Task<IReadOnlyList<(string Status, string Queue, string Title, string Summary)>> Tickets() => DeskTickets.All(_http, _desk, Stop);

    /// <summary>The groups as another process would find them.</summary>
    public Task<CorrelationState> Groups() =>
        new AlertBook(Records, () => _correlation).Read(Monitor, Clock.GetUtcNow(), Stop);

    public async Task<VerificationReport> Verify() => await VerifyReceipts.Walk(Records, Stop);

    /// <summary>What somebody owes now, but for the model that nobody trained.</summary>
    public async Task<IReadOnlyList<Obligation>> Owed() =>
        [.. (await new ObligationBook(Records, new ReceiptChain(Records), Clock).Open(Stop)).Where(owed => owed.About != "model")];

    public async Task<IReadOnlyList<Receipt>> Receipts() =>
        [.. (await new DecisionBook(Records).Latest(500, Stop)).Select(line => line.Receipt)];

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
        House = await Composition.Alone(_data, _settings, TextWriter.Null, Clock, Stop);
    }

    private string Json((string Name, string Service, bool Fires, int Minute) alert)
    {
        var start = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(alert.Minute);
        var end = alert.Fires ? "0001-01-01T00:00:00Z" : $"{Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}";
        var service = alert.Service.Length == 0 ? "" : $"\"service\":\"{alert.Service}\",";
        return $$$"""
            {"status":"{{{(alert.Fires ? "firing" : "resolved")}}}","startsAt":"{{{start:yyyy-MM-ddTHH:mm:ssZ}}}","endsAt":"{{{end}}}",
             "fingerprint":"{{{alert.Name}}}{{{alert.Service}}}","labels":{"alertname":"{{{alert.Name}}}",{{{service}}}"severity":"{{{Severity}}}","instance":"{{{(alert.Service is "mail" or "" ? "db" : alert.Service)}}}-1"},
             "annotations":{"summary":"{{{alert.Name}}} says so"}}
            """;
    }

    private static string Policy(string level, string link) =>
        $$"""
        version: 1
        owner: desk.lead
        rules:
          - { name: open, action: OpenIncident, level: {{level}}, because: critical alerts are incidents }
          - { name: keep, action: UpdateIncident, level: Auto, because: it is kept up to date }
          - { name: end, action: ResolveIncident, level: Auto, because: all clear }
          - { name: link, action: LinkDuplicate, level: {{link}}, because: one cause is one matter }
          - { name: close, action: CloseTicket, level: Auto, because: all evidence is there }
          - { name: reopen, action: ReopenTicket, level: Auto, because: nobody is left behind }
        """;
}
