using System.Net;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Serving;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.Standalone;

/// <summary>Runs the application alone: its web functions, its queue and its timers in this one process.</summary>
public sealed class StandaloneHost : IAsyncDisposable
{
    private static readonly WebAnswer Plain = WebAnswer.Text(200, "itsmai runs; its functions are below /api/\n");

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _hurry;
    private readonly HttpServer _server;
    private readonly Task _loops;
    private readonly StandaloneOptions _options;

    private StandaloneHost(HttpServer server, StandaloneOptions options, CancellationTokenSource hurry, Func<CancellationToken, Task> loops)
    {
        _server = server;
        _options = options;
        _hurry = hurry;
        _loops = loops(_stop.Token);
    }

    /// <summary>The addresses it listens on, with the ports that the system chose where 0 was asked for.</summary>
    public IReadOnlyList<string> Addresses => _server.Addresses;

    /// <exception cref="IOException">An address is taken.</exception>
    public static async Task<StandaloneHost> Start(
        IReadOnlyList<Trigger> triggers, House house, DataFolder data, IReadOnlyList<IPEndPoint> endpoints,
        StandaloneOptions options, TextWriter log, TimeProvider clock, CancellationToken stop)
    {
        var loops = Loops(triggers, house, data, options, log, clock);
        var routes = new WebRoutes(triggers);
        var firstPage = options.FirstPage?.Invoke(house);
        var server = await HttpServer.Start(
            endpoints, (exchange, gone) => Answer(exchange, house, routes, firstPage, options, gone), log, stop);
        var hurry = new CancellationTokenSource();
        return new StandaloneHost(
            server, options, hurry, token => Task.WhenAll(loops.Select(loop => loop(token, hurry.Token))));
    }

    /// <summary>
    /// Takes nothing new, finishes what is under way, and gives up what is not done when the patience ends.
    /// </summary>
    public async Task Stop()
    {
        await _stop.CancelAsync();
        _hurry.CancelAfter(_options.Patience);
        await _server.Stop(_hurry.Token);
        await _loops;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await _server.DisposeAsync();
        _stop.Dispose();
        _hurry.Dispose();
    }

    private static List<Func<CancellationToken, CancellationToken, Task>> Loops(
        IReadOnlyList<Trigger> triggers, House house, DataFolder data, StandaloneOptions options, TextWriter log, TimeProvider clock)
    {
        var book = new TimerBook(data.Records);
        return
        [
            .. triggers.OfType<Trigger.Queue>().Select<Trigger.Queue, Func<CancellationToken, CancellationToken, Task>>(
                queue => new QueueLoop(
                    data.Queue, data.QueueOptions, queue.Reaction(house), options.Workers, log, clock).Run),
            .. triggers.OfType<Trigger.Timer>().Select<Trigger.Timer, Func<CancellationToken, CancellationToken, Task>>(
                timer => new TimerLoop(
                    timer.Name,
                    options.Schedules.GetValueOrDefault(timer.Name) ?? CronSchedule.Read(timer.Schedule),
                    timer.Reaction(house),
                    book,
                    log,
                    clock).Run),
        ];
    }

    private static async Task<WebAnswer> Answer(
        Exchange exchange, House house, WebRoutes routes, WebReaction? firstPage, StandaloneOptions options, CancellationToken gone)
    {
        // Otherwise a page in a browser could reach us by a name that it points at this machine.
        if (!options.AllowRemote && !HostName.IsLoopback(exchange.Host))
            return WebAnswer.Error(421, $"host: \"{exchange.Host}\" is not this machine; use localhost or --allow-remote");
        var isPage = exchange.Segments.Count == 0 || (firstPage is not null && exchange.Segments[0] != "api");
        if (!isPage || exchange.Method is not ("GET" or "HEAD"))
            return await routes.Answer(exchange, () => Task.FromResult(house), gone);
        return firstPage is null ? Plain : await firstPage(exchange.ToCall(new Dictionary<string, string>(), default), gone);
    }
}
