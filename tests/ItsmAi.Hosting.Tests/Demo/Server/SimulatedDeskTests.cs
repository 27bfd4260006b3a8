using System.Collections.Concurrent;
using System.Net;
using ItsmAi.Connectors.RequestTracker;
using ItsmAi.Connectors.Webhooks;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Demo.Playing;
using ItsmAi.Hosting.Demo.Server;
using ItsmAi.Hosting.Demo.Server.Tickets;
using ItsmAi.Hosting.Serving;
using ItsmAi.ServiceDeskWorld;
using ItsmAi.ServiceDeskWorld.Catalogue;

namespace ItsmAi.Hosting.Tests.Demo.Server;

/// <summary>The simulated desk as the real connector finds it.</summary>
public sealed class SimulatedDeskTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = new(2026, 9, 7, 8, 0, 0, TimeSpan.Zero);

    private readonly World _world = new(1, Monday);
    private readonly HttpClient _http = new();
    private readonly ConcurrentQueue<WebCall> _told = [];
    private SimulatedDesk _desk = null!;
    private HttpServer _receiver = null!;
    private DeskPeople _people = null!;
    private RequestTrackerOptions _options = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = await SimulatedDesk.Start(_world.Organisation, TextWriter.Null, TimeProvider.System, Stop);
        _receiver = await HttpServer.Start([new IPEndPoint(IPAddress.Loopback, 0)], Receive, TextWriter.Null, Stop);
        _desk.Tell(new Uri(_receiver.Addresses[0] + "/hook"));
        _people = new DeskPeople(_http, _desk);
        _options = new RequestTrackerOptions
        {
            Connection = new ConnectionName("demo-desk"),
            Url = _desk.Url,
            Token = _desk.TokenOf(SimulatedDesk.Bot),
            Account = SimulatedDesk.Bot,
            WebhookSecrets = [_desk.Secret],
            ServiceField = DeskSchema.Service,
            ConfigurationItemField = DeskSchema.ConfigurationItem,
            VipField = DeskSchema.Vip,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _receiver.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task A_ticket_reads_back_as_it_was_opened()
    {
        var arrival = _world.Arrivals().First(one => one.Service is not null && one.ConfigurationItem is not null);
        var number = await _people.Open(arrival, Stop);

        var ticket = await Connector().Read(Id(number), Stop);

        Assert.NotNull(ticket);
        Assert.Equal((arrival.Title, arrival.Description), (ticket.Title, ticket.Description));
        Assert.Equal((Queues.Intake, TicketStatus.New), (ticket.Team, ticket.Status));
        Assert.Equal((arrival.Service, arrival.ConfigurationItem), (ticket.Service, ticket.ConfigurationItem));
        Assert.Equal(arrival.Requester.Mail, ticket.Requester?.Account);
    }

    [Fact]
    public async Task A_change_is_done_once_however_often_it_is_asked_for()
    {
        var number = await _people.Open(_world.Arrivals().First(), Stop);
        var change = ChangeTo(Queues.Network, (await Connector().Read(Id(number), Stop))!);

        var first = Assert.IsType<DeskAnswer.Applied>(await Connector().Change(change, Stop));
        var again = Assert.IsType<DeskAnswer.Applied>(await Connector().Change(change, Stop));

        Assert.Equal((false, true), (first.Already, again.Already));
        Assert.Equal((Queues.Network, Priority.P3, "1-abc"), (again.After.Team, again.After.Priority, again.After.Marker));
        Assert.Equal("network-connectivity", again.After.Category);
    }

    [Fact]
    public async Task A_person_who_was_faster_is_respected()
    {
        var number = await _people.Open(_world.Arrivals().First(), Stop);
        var change = ChangeTo(Queues.Network, (await Connector().Read(Id(number), Stop))!);
        await _people.Move(number, Queues.Hardware, _world.Organisation.Agents[0].Account, Stop);

        var answer = await Connector().Change(change, Stop);

        Assert.Equal("team", Assert.IsType<DeskAnswer.Overtaken>(answer).Field);
    }

    [Fact]
    public async Task Every_step_is_told_by_a_signed_webhook_and_by_the_feed_under_the_same_id()
    {
        var feed = new RequestTrackerFeed(_options, _http, TimeProvider.System);
        var start = await feed.Since("", Stop);
        var agent = _world.Organisation.Agents[0].Account;
        var number = await _people.Open(_world.Arrivals().First(), Stop);
        await _people.Move(number, Queues.Identity, agent, Stop);
        await _people.Resolve(number, "done", agent, Stop);

        var told = Webhooks().ToList();
        var walked = (await feed.Since(start.Watermark, Stop)).Events;

        EventKind[] kinds =
            [EventKind.TicketCreated, EventKind.TicketUpdated, EventKind.TicketCommented, EventKind.TicketResolved];
        Assert.Equal(kinds, told.Select(what => what.Kind));
        Assert.Equal(told.Select(what => what.Id), walked.Select(what => what.Id));
        Assert.Equal([new FieldChange("team", "Service Desk", "Identity")], told[1].Changes);
        Assert.Equal(told[1].Changes, walked[1].Changes);
        Assert.Equal(agent, told[1].Actor);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_answered()
    {
        using var answer = await _http.GetAsync(new Uri(_desk.Url, "REST/2.0/ticket/1"), Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private RequestTrackerDesk Connector() => new(_options, _http, TimeProvider.System);

    private TicketId Id(string number) => new(_options.Connection, number);

    private IEnumerable<Event> Webhooks() => _told.SelectMany(call => Assert.IsType<WebhookAnswer.Verified>(
        new RequestTrackerWebhook(_options).Read(call.Headers, call.Body, TimeProvider.System.GetUtcNow())).Events);

    private async Task<WebAnswer> Receive(Exchange exchange, CancellationToken gone)
    {
        var body = await exchange.ReadBody(BodyReader.Limit, gone);
        _told.Enqueue(exchange.ToCall(new Dictionary<string, string>(StringComparer.Ordinal), body.Bytes));
        return WebAnswer.Empty(202);
    }

    private static TicketChange ChangeTo(Team team, Ticket basis) => new()
    {
        Ticket = basis.Id,
        Marker = "1-abc",
        Note = "because",
        Team = team,
        Category = "network-connectivity",
        Priority = Priority.P3,
        Basis = basis.Fields,
    };
}
