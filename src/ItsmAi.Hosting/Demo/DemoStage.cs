using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using System.Net;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Demo.Playing;
using ItsmAi.Hosting.Demo.Server.Tickets;
using ItsmAi.Hosting.Demo.Server;
using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Pages;
using ItsmAi.Hosting.Reactions;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Triggers;
using ItsmAi.Incidents.Triage;
using ItsmAi.Learning.Classification;
using ItsmAi.ServiceDeskWorld.Catalogue;
using ItsmAi.ServiceDeskWorld;

namespace ItsmAi.Hosting.Demo;

/// <summary>All that runs during a demonstration: the simulated desk, and the real application beside it.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "What is opened here is closed with the stage.")]
internal sealed class DemoStage : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _opened;
    private readonly TextWriter _log;

    private DemoStage(List<IAsyncDisposable> opened, TextWriter log, SimulatedDesk desk, DataFolder data, Uri site)
    {
        (_opened, _log, Desk, Data, Site) = (opened, log, desk, data, site);
    }

    public SimulatedDesk Desk { get; }

    public DataFolder Data { get; }

    /// <summary>What the month before has earned.</summary>
    public required (int Earned, int Below) Month { get; init; }

    public required ItsmAiConfiguration Configuration { get; init; }

    /// <summary>Where the pages are.</summary>
    public Uri Site { get; }

    public static async Task<DemoStage> Set(
        World world, DemoFolder folder, string? urls, TimeProvider clock, CancellationToken stop)
    {
        var log = TextWriter.Synchronized(new StreamWriter(folder.LogPath));
        var opened = new List<IAsyncDisposable>();
        var endpoint = urls is null ? FreePort() : ListenAddress.Read(urls, allowRemote: false)[0];
        var site = new Uri($"http://{endpoint}/");
        var desk = await SimulatedDesk.Start(world.Organisation, log, clock, stop);
        opened.Add(desk);
        var settings = Settings(desk, site, folder);
        var data = await DataFolder.OpenOrMake(folder.Path, Composition.QueueOf(settings), clock, stop);
        opened.Add(data);
        // Without a model triage abstains, and nothing is earned.
        var month = File.Exists(folder.ModelPath)
            ? await DemoMonth.Play(world, TriageModel.Of(Trained(folder)), data, settings, clock, stop)
            : (0, 0);
        var house = await Composition.Alone(data, settings, log, clock, stop);
        var stopSwitch = new StopSwitch(data.Records, new ReceiptChain(data.Records), clock);
        var pages = new DecisionPages(
            data.Records, stopSwitch, ticket => LinkOf(desk, ticket), clock, Composition.Anchors(data, settings));
        var options = new StandaloneOptions { FirstPage = composed => new AutonomyPages(composed.Earned, pages.Answer).Answer };
        opened.Add(await StandaloneHost.Start(
            TriggerCatalogue.All, house, data, [endpoint], options, log, clock, stop));
        desk.Tell(new Uri(site, $"api/tickets/{DemoPlay.Desk}"));
        return new DemoStage(opened, log, desk, data, site) { Month = month, Configuration = settings };
    }

    /// <summary>Waits until every event that came is handled.</summary>
    public async Task Settle(CancellationToken stop)
    {
        while (Data.Queue.Count() is { Waiting: > 0 } or { Leased: > 0 }) await Task.Delay(TimeSpan.FromMilliseconds(25), stop);
    }

    public async ValueTask DisposeAsync()
    {
        for (var last = _opened.Count - 1; last >= 0; last--) await _opened[last].DisposeAsync();
        await _log.DisposeAsync();
    }

    private static LabelledModels Trained(DemoFolder folder) =>
        ModelFile.Read(folder.ModelPath, out var models) is { } problem ? throw new IOException(problem.Says) : models!;

    private static ItsmAiConfiguration Settings(SimulatedDesk desk, Uri site, DemoFolder folder) => new()
    {
        Site = site,
        Policy = File.ReadAllText(folder.PolicyPath),
        ModelPath = folder.ModelPath,
        Connections =
        [
            new ConnectionConfiguration
            {
                Name = DemoPlay.Desk,
                Url = desk.Url,
                Token = desk.TokenOf(SimulatedDesk.Bot),
                Account = new Person(SimulatedDesk.Bot),
                WebhookSecrets = [desk.Secret],
                ConfigurationItemField = DeskSchema.ConfigurationItem,
                ServiceField = DeskSchema.Service,
                VipField = DeskSchema.Vip,
                Triage = new TriageOptions
                {
                    Intake = Queues.Intake,
                    RequiresService = true,
                    KnownServices = ConfigurationItems.KnownServices,
                    TeamOfCategory = Categories.All.ToDictionary(
                        category => category.Id, category => category.Team, StringComparer.Ordinal),
                },
            },
        ],
    };

    private static Uri? LinkOf(SimulatedDesk desk, TicketId ticket) =>
        new(desk.Url, $"Ticket/Display.html?id={ticket.Number}");

    /// <summary>The pages' address stands in every note, so it must be known before anything listens there.</summary>
    private static IPEndPoint FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return (IPEndPoint)probe.LocalEndpoint;
    }
}
