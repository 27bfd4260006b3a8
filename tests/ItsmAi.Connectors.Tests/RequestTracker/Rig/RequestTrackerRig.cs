using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ItsmAi.Connectors.RequestTracker;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.Tests.RequestTracker.Rig;

/// <summary>
/// A real Request Tracker, started once for the tests of its collection, with a receiver for its webhooks.
/// </summary>
public sealed class RequestTrackerRig : IAsyncLifetime
{
    public const string Secret = "rig-secret-ü";

    private readonly HttpClient _http = new();
    private readonly Dictionary<string, string> _env = [];
    private string _home = "";
    private string? _absent;

    public HookReceiver Hooks { get; } = new();

    /// <summary>Two agents of the desk, and our own account used by hand.</summary>
    public RigAccount Ana => new(_http, _env["RT_URL"], _env["RT_ANA_TOKEN"]);

    public RigAccount Bo => new(_http, _env["RT_URL"], _env["RT_BO_TOKEN"]);

    public RigAccount Bot => new(_http, _env["RT_URL"], _env["RT_TOKEN"]);

    public RequestTrackerOptions Options => new()
    {
        Connection = new ConnectionName("rt-rig"),
        Url = new Uri(_env["RT_URL"]),
        Token = _env["RT_TOKEN"],
        WebhookSecrets = [Secret],
        ResolutionCodeField = "Resolution Code",
        ResolutionNotesField = "Resolution Notes",
        StatusNames = new Dictionary<string, TicketStatus>(RequestTrackerOptions.DefaultStatusNames)
        {
            ["proposed"] = TicketStatus.Proposed, ["closed"] = TicketStatus.Closed,
        },
        RequestTimeout = TimeSpan.FromSeconds(60),
    };

    public RequestTrackerDesk Desk(DelegatingHandler? between = null) =>
        new(Options, Client(between), TimeProvider.System);

    public RequestTrackerResolutions Resolutions => new(Options, Client(between: null), TimeProvider.System);

    public RequestTrackerFeed Feed(TimeProvider? time = null) =>
        new(Options, Client(between: null), time ?? TimeProvider.System);

    /// <summary>Ana in the web interface: logs in and sends a form.</summary>
    public async Task AnaSubmits(string page, Dictionary<string, string> form)
    {
        using var browser = new HttpClient { BaseAddress = Options.Url };
        foreach (var (path, fields) in new[]
        {
            ("NoAuth/Login.html", new Dictionary<string, string> { ["user"] = "ana", ["pass"] = "agent-pass" }),
            (page, form),
        })
        {
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await browser.PostAsync(new Uri(path, UriKind.Relative), content);
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>What the server said of its own errors.</summary>
    public Task<string> Log() => File.ReadAllTextAsync(
        Path.Combine(_home, "log", "server.log"), TestContext.Current.CancellationToken);

    public static TicketId Id(string number) => new(new ConnectionName("rt-rig"), number);

    /// <summary>Skips the test where Debian's packages cannot be had.</summary>
    public void Require() => Assert.SkipWhen(_absent is not null, _absent ?? "");

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists("/usr/bin/dpkg") || !File.Exists("/usr/bin/apt-get"))
        {
            _absent = "Request Tracker comes from Debian's archive, and this system has neither dpkg nor apt";
            return;
        }

        Hooks.Start(FreePort());
        var port = FreePort();
        _home = Path.Combine(Path.GetTempPath(), $"itsmai-rt-{port}");
        await Run("up.sh", new Dictionary<string, string>
        {
            ["RT_HOME"] = _home, ["RT_PORT"] = $"{port}", ["RT_WORKERS"] = "4",
            ["HOOK_URL"] = Hooks.Url!.AbsoluteUri, ["HOOK_SECRET"] = Secret,
        });
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(_home, "env")))
        {
            var parts = line.Split('=', 2);
            _env[parts[0]] = parts[1];
        }
    }

    public async ValueTask DisposeAsync()
    {
        Hooks.Dispose();
        _http.Dispose();
        if (_home.Length == 0) return;
        await Run("down.sh", new Dictionary<string, string> { ["RT_HOME"] = _home });
        Directory.Delete(_home, recursive: true);
    }

    private static HttpClient Client(DelegatingHandler? between)
    {
        if (between is null) return new HttpClient();
        between.InnerHandler = new SocketsHttpHandler();
        return new HttpClient(between);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task Run(string script, Dictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Folder(), script)])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var says = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}: {says}");
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ItsmAi.sln"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "tests", "rigs", "request-tracker");
    }
}
