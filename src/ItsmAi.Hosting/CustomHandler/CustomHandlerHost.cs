using System.Net;
using ItsmAi.Connectors.Yaml;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Serving;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.CustomHandler;

/// <summary>
/// Runs under the Azure Functions host, which owns triggers and scale and calls us over loopback. It answers <c>/</c>
/// at
/// once, and composes the application when the host has that answer.
/// </summary>
public sealed class CustomHandlerHost(
    IReadOnlyList<Trigger> triggers, Func<CancellationToken, Task<House>> compose, TextWriter log, TimeProvider clock)
{
    private static readonly WebAnswer Ready = WebAnswer.Text(200, "itsmai runs as a custom handler\n");

    /// <summary>Serves until <paramref name="stop"/>; 0, or 1 when the application cannot be composed.</summary>
    public async Task<int> Run(int port, CancellationToken stop)
    {
        using var house = new LazyHouse(compose, stop);
        var routes = new WebRoutes(triggers);
        var invocations = new Invocations(triggers, house, clock);
        await using var server = await HttpServer.Start(
            [new IPEndPoint(IPAddress.Loopback, port)],
            (exchange, gone) => Answer(exchange, house, routes, invocations, gone, stop),
            log,
            stop);
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, clock, stop);
        if (await Task.WhenAny(house.Fatal, stopped) == stopped)
        {
            // The host gives one second of grace before it kills.
            await server.Stop(CancellationToken.None);
            return 0;
        }

        // A fault in a file says where it is.
        var fatal = await house.Fatal;
        await log.WriteLineAsync($"cannot start: {(fatal is YamlFaultException ? fatal.ToString() : fatal.Message)}");
        return 1;
    }

    private static async Task<WebAnswer> Answer(
        Exchange exchange, LazyHouse house, WebRoutes routes, Invocations invocations, CancellationToken gone, CancellationToken stop)
    {
        switch (exchange.Segments)
        {
            case []:
                exchange.Afterwards(house.Begin);
                return Ready;
            case [var function] when exchange.Method == "POST":
                // What the host no longer waits for is still finished: the message comes again and finds it done.
                return await invocations.Answer(function, exchange, stop);
            default:
                return await routes.Answer(exchange, house.Get, gone);
        }
    }
}
