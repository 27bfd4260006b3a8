using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Raising;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Connectors.Changes;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Signals;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Demo.Server;
using ItsmAi.Hosting.Demo.Server.Tickets;
using ItsmAi.Hosting.Reactions.Changes;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Fakes;
using ItsmAi.Hosting.Triggers;
using ItsmAi.ServiceDeskWorld;

namespace ItsmAi.Hosting.Tests.Reactions.Changes;

/// <summary>The whole application beside a desk, with series that say what a test lets them say, and a clock that it moves.</summary>
internal sealed class ForeseenHouse : IAsyncDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private static readonly ConnectionName Desk = new("desk");

    /// <summary>What the collector's posts bear.</summary>
    private const string SenderToken = "0123456789abcdef-sender";

    private static readonly WatchedSeries.Measured Pushed = new(null, "percent", 95, IsBelow: false)
    {
        Name = "disk-srv-p", Owner = new Person("olga"), Item = "srv-p", Condition = "disk-full", History = TimeSpan.FromDays(9),
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("itsmai-foreseen-");
    private readonly SimulatedDesk _desk;
    private readonly HttpClient _http = new();
    private readonly ItsmAiConfiguration _settings;
    private readonly Dictionary<string, Func<DateTimeOffset, Foreseen>> _says = [];
    private readonly Dictionary<string, string> _tokens = [];
    private DataFolder _data = null!;

    private ForeseenHouse(SimulatedDesk desk, ManualClock clock, string agent, string level, IEnumerable<string> items, bool pushes, IReadOnlyList<Freeze> freezes)
    {
        (_desk, Clock, Agent) = (desk, clock, agent);
        var (document, faults) = ChangeFile.Read(Catalogue);
        Assert.Empty(faults);
        var (catalogue, wrong) = ChangeCatalogue.Of(document, clock.GetUtcNow());
        Assert.Empty(wrong);
        Watched Look(string item) => new(
            new Watch($"disk-{item}", item.StartsWith("odd", StringComparison.Ordinal) ? "moon-fell" : "disk-full", new ConfigurationItem(item, "server"), new Person("olga")),
            (now, _) => Task.FromResult(_says.TryGetValue(item, out var says) ? says(now) : new Foreseen.Unknown(now, "nothing yet")));
        _settings = new ItsmAiConfiguration
        {
            Policy = Policy(level),
            Settle = TimeSpan.FromSeconds(2),
            Changes = new ChangeConfiguration(
                new ChangeRules(Desk, new Team(DeskSchema.Changes), catalogue, freezes), [.. items.Select(Look)])
            {
                Pushed = pushes ? [(new Watch(Pushed.Name, "disk-full", new ConfigurationItem("srv-p", "server"), Pushed.Owner), Pushed)] : [],
                Senders = new Dictionary<string, IReadOnlyList<string>> { ["collector"] = [SenderToken] },
            },
            Connections =
            [
                new ConnectionConfiguration
                {
                    Name = Desk, Url = desk.Url, Token = desk.TokenOf(SimulatedDesk.Bot), Account = new Person(SimulatedDesk.Bot),
                    WebhookSecrets = [desk.Secret], ServiceField = DeskSchema.Service, ConfigurationItemField = DeskSchema.ConfigurationItem,
                },
            ],
        };
    }

    public ManualClock Clock { get; }

    /// <summary>Somebody who works at the desk.</summary>
    public string Agent { get; }

    public House House { get; private set; } = null!;

    /// <summary>Where everything but the queue is kept.</summary>
    public CrashingStore Store { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<ForeseenHouse> Open(string level = "Auto", params IEnumerable<string> items) =>
        Open(level, items.DefaultIfEmpty("srv-1"), pushes: false, []);

    /// <summary>The first disk's service is frozen for so many hours from now.</summary>
    public static Task<ForeseenHouse> OpenFrozen(double hours) => Open("Auto", ["srv-1"], pushes: false, [new Freeze("year-end", Morning, Morning.AddHours(hours), [], "the books are closed")]);

    /// <summary>One series is watched, and it is pushed.</summary>
    public static Task<ForeseenHouse> OpenPushed() => Open("Auto", [], pushes: true, []);

    private static async Task<ForeseenHouse> Open(string level, IEnumerable<string> items, bool pushes, IReadOnlyList<Freeze> freezes)
    {
        // The morning of a Monday: what is booked counts by the week.
        var clock = new ManualClock(Morning);
        var world = new World(1, clock.GetUtcNow());
        var desk = await SimulatedDesk.Start(world.Organisation, TextWriter.Null, clock, Stop);
        var house = new ForeseenHouse(desk, clock, world.Organisation.Agents[0].Account.Account, level, items, pushes, freezes);
        await house.Begin();
        var tokens = new AccessTokens(house._data.Records, clock);
        foreach (var name in new[] { "dora", "carl", "emma", "olga", "kim" })
            house._tokens[name] = (await tokens.Create(name, Role.Approver, null, Stop))!;
        return house;
    }

    /// <summary>From now on it is predicted to fail at this time.</summary>
    public void WillFail(string item, DateTimeOffset at) => _says[item] = now => at <= now
        ? new Foreseen.Breached(now, "97 percent, at or beyond 95")
        : new Foreseen.Fails(now, "it rises by 1 percent an hour", at, at.AddHours(-2), at.AddHours(5), 0.9);

    public void Holds(string item) => _says[item] = now => new Foreseen.Holds(now, "41 percent, and it stays below 95");

    public void IsBlind(string item, DateTimeOffset since) => _says[item] = _ => new Foreseen.Blind(since, "the last value is old");

    /// <summary>Its monitor does not answer.</summary>
    public void IsAway(string item) => _says[item] = _ => throw new HttpRequestException("no answer");

    public void IsSilent(string item) => _says[item] = now => new Foreseen.Unknown(now, "no sample came");

    /// <summary>It is predicted to fail, as of a minute later each time that it is looked at.</summary>
    public void WillFailAsSeenLater(string item, DateTimeOffset at)
    {
        var looks = 0;
        _says[item] = now => new Foreseen.Fails(
            now.AddMinutes(looks++), "it rises by 1 percent an hour", at, at.AddHours(-2), at.AddHours(5), 0.9);
    }

    /// <summary>Another process beside this one, on the same store, ticks.</summary>
    public async Task TickElsewhere()
    {
        var stores = new Stores(_data.Records, _data.Queue, null, _data.Queue, Composition.Anchors(_data, _settings));
        var other = await Composition.Of(_settings, stores, TextWriter.Null, Clock, Stop);
        Assert.IsType<Handling.Done>(await other.ChangesTended(Clock.GetUtcNow(), Stop));
    }

    public async Task Tick() => Assert.IsType<Handling.Done>(await House.ChangesTended(Clock.GetUtcNow(), Stop));

    public async Task Pass(TimeSpan time)
    {
        await Clock.Advance(time);
        await Tick();
    }

    public async Task PassUntil(DateTimeOffset moment) => await Pass(moment - Clock.GetUtcNow());

    public async Task Restart()
    {
        await _data.DisposeAsync();
        await Begin();
    }

    /// <summary>What a person asks of a change over the API.</summary>
    public Task<WebAnswer> Step(string person, string change, string step, string body = "") => House.ChangeStepped(
        new WebCall(
            "POST", $"/api/changes/{change}/{step}", new Dictionary<string, string> { ["change"] = change, ["step"] = step },
            new Dictionary<string, string>(), new Dictionary<string, string> { ["Authorization"] = $"Bearer {_tokens[person]}" },
            Encoding.UTF8.GetBytes(body)),
        Stop);

    /// <summary>What the collector pushes.</summary>
    public Task<WebAnswer> Push(string lines, string token = SenderToken, string source = "collector") => House.SignalsReceived(
        new WebCall(
            "POST", $"/api/signals/{source}", new Dictionary<string, string> { ["source"] = source }, new Dictionary<string, string>(),
            new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" }, Encoding.UTF8.GetBytes(lines)),
        Stop);

    public async Task<JsonElement> List()
    {
        var answer = await House.ChangesListed(
            new WebCall(
                "GET", "/api/changes", new Dictionary<string, string>(), new Dictionary<string, string>(),
                new Dictionary<string, string> { ["Authorization"] = $"Bearer {_tokens["dora"]}" }, ReadOnlyMemory<byte>.Empty),
            Stop);
        Assert.Equal(200, answer.Status);
        using var document = JsonDocument.Parse(answer.Body);
        return document.RootElement.Clone();
    }

    public async Task<IReadOnlyList<ChangeCase>> Cases() =>
        await new ChangeCases(_data.Records, new ReceiptChain(_data.Records), new Person("itsmai"), Clock).All(Stop);

    public async Task<ChangeCase> Case(string item) => (await Cases()).Single(one => one.Change.Item.Id == item);

    /// <summary>What somebody does to a record at the desk.</summary>
    public async Task Work(int ticket, string status)
    {
        foreach (var field in new[] { ("Owner", Agent), ("Status", status) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(_desk.Url, $"REST/2.0/ticket/{ticket}"));
            request.Headers.TryAddWithoutValidation("Authorization", $"token {_desk.TokenOf(Agent)}");
            request.Content = JsonContent.Create(new Dictionary<string, string> { [field.Item1] = field.Item2 });
            using var answer = await _http.SendAsync(request, Stop);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
        }
    }

    /// <summary>Every ticket of the desk: its status, queue, title and summary.</summary>
    public Task<IReadOnlyList<(string Status, string Queue, string Title, string Summary)>> Tickets() => DeskTickets.All(_http, _desk, Stop);

    public async Task<VerificationReport> Verify() => await VerifyReceipts.Walk(_data.Records, Stop);

    public async Task<IReadOnlyList<Obligation>> Owed() =>
        [.. (await new ObligationBook(_data.Records, new ReceiptChain(_data.Records), Clock).Open(Stop)).Where(owed => owed.Practice == "changes")];

    public async Task<IReadOnlyList<Receipt>> Receipts() =>
        [.. (await new DecisionBook(_data.Records).Latest(1000, Stop)).Select(line => line.Receipt)];

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

    private static string Policy(string level) =>
        $$"""
        version: 1
        owner: change.owner
        rules:
          - { name: raise, action: RaiseChange, level: {{level}}, because: a predicted failure gets a change record }
          - { name: keep, action: UpdateChange, level: Auto, because: the record says where the change stands }
        """;

    private const string Catalogue = """
        version: 1
        settings: { margin: 24h, aiShare: 0.25, decisionLead: 4h }
        roles:
          - { name: change-authority, people: [carl] }
          - { name: delegated-approver, people: [dora] }
          - { name: emergency-approver, people: [emma] }
          - { name: server-administrator, people: [kim] }
        teams:
          - { name: Server, changesPerWeek: 4, zone: UTC }
        models:
          - id: disk-extension
            version: 1
            author: kim
            team: Server
            scope: { classes: [server], conditions: [disk-full] }
            steps: [Add space to the volume, Check that the free space has risen]
            backOut: Restore the snapshot
            duration: 1h
            roles: [server-administrator]
            preAuthorised: true
            expires: 2027-12-31
            risk: Low
        """;
}
