using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ItsmAi.Hosting.Serving;

/// <summary>
/// The web server by itself, without the builder around it: it listens where it is told in code, whatever
/// ASPNETCORE_URLS says, and starts in half the time.
/// </summary>
public sealed class HttpServer : IAsyncDisposable
{
    private readonly KestrelServer _server;

    private HttpServer(KestrelServer server) => _server = server;

    /// <summary>The addresses it listens on, with the ports that the system chose where 0 was asked for.</summary>
    public IReadOnlyList<string> Addresses => [.. _server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses];

    public static async Task<HttpServer> Start(
        IReadOnlyList<IPEndPoint> endpoints, Door door, TextWriter log, CancellationToken stop)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        // The body's limit is the door's own; the server would cut an envelope that the door wants to keep.
        options.Limits.MaxRequestBodySize = null;
        foreach (var endpoint in endpoints)
        {
            options.Listen(endpoint, listen => listen.Protocols = HttpProtocols.Http1);
        }

        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        await server.StartAsync(new ExchangeApplication(door, log), stop);
        return new HttpServer(server);
    }

    /// <summary>Takes no new request and waits for those under way, until <paramref name="patience"/> ends.</summary>
    public Task Stop(CancellationToken patience) => _server.StopAsync(patience);

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }
}
