using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using ItsmAi.Hosting.Demo.Server.Tickets;
using ItsmAi.Hosting.Serving;
using ItsmAi.ServiceDeskWorld.Company;

namespace ItsmAi.Hosting.Demo.Server;

/// <summary>
/// The simulated company's service desk: a server on a free port of this machine that speaks Request Tracker's REST 2.0
/// and sends our signed webhooks, so that the real connector is what is shown.
/// </summary>
public sealed class SimulatedDesk : IAsyncDisposable
{
    /// <summary>Our account at the desk.</summary>
    public const string Bot = "itsmai-bot";

    /// <summary>The desk's account that opens tickets out of mails and the portal.</summary>
    public const string Gateway = "mail-gateway";

    private readonly Dictionary<string, string> _tokenOf;
    private readonly HttpClient _http;
    private readonly HttpServer _server;
    private readonly WebhookSender _sender;

    private SimulatedDesk(
        HttpServer server, Uri url, string secret, Dictionary<string, string> tokenOf, WebhookSender sender, HttpClient http)
    {
        (_server, Url, Secret, _tokenOf, _sender, _http) = (server, url, secret, tokenOf, sender, http);
    }

    public Uri Url { get; }

    /// <summary>What signs its webhooks.</summary>
    public string Secret { get; }

    [SuppressMessage("Reliability", "CA2000", Justification = "The client is closed with the desk.")]
    public static async Task<SimulatedDesk> Start(
        Organisation organisation, TextWriter log, TimeProvider clock, CancellationToken stop)
    {
        var secret = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var accounts = organisation.Agents.Select(agent => agent.Account.Account).Append(Bot).Append(Gateway);
        var tokenOf = accounts.Select((account, id) => (account, id)).ToDictionary(
            one => one.account,
            one => $"1-{one.id + 1}-{RandomNumberGenerator.GetHexString(32, lowercase: true)}",
            StringComparer.Ordinal);
        DeskRoutes? routes = null;
        var server = await HttpServer.Start(
            [new IPEndPoint(IPAddress.Loopback, 0)], (exchange, gone) => routes!.Answer(exchange, gone), log, stop);
        var url = new Uri(server.Addresses[0] + "/");
        var http = new HttpClient();
        var sender = new WebhookSender(http, url, secret, clock);
        routes = new DeskRoutes(
            new TicketStore(clock), new DeskJson(url), sender,
            tokenOf.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal));
        return new SimulatedDesk(server, url, secret, tokenOf, sender, http);
    }

    /// <exception cref="KeyNotFoundException">The desk has no such account.</exception>
    public string TokenOf(string account) => _tokenOf[account];

    /// <summary>From now on this address is told what happens.</summary>
    public void Tell(Uri receiver) => _sender.Receiver = receiver;

    public async ValueTask DisposeAsync()
    {
        await _server.Stop(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
        _http.Dispose();
    }
}
