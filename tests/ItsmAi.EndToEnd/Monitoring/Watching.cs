using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace ItsmAi.EndToEnd.Monitoring;

/// <summary>A real Prometheus with its Alertmanager, and something to watch whose values a test sets.</summary>
internal sealed class Watching : IAsyncDisposable
{
    public const string Token = "end-to-end-monitor-token";

    private readonly ConcurrentDictionary<string, double> _gauges = new(StringComparer.Ordinal);
    private readonly HttpListener _target;
    private readonly string _home;
    private readonly Task _serving;

    private Watching(HttpListener target, string home, int prometheus, int alertmanager)
    {
        (_target, _home) = (target, home);
        Prometheus = new Uri($"http://127.0.0.1:{prometheus}/");
        Alertmanager = new Uri($"http://127.0.0.1:{alertmanager}/");
        _serving = Serve();
    }

    public Uri Prometheus { get; }

    public Uri Alertmanager { get; }

    /// <param name="hook">Where Alertmanager posts.</param>
    /// <param name="past">OpenMetrics with times, which it takes for its own past; null: it has none.</param>
    public static async Task<Watching> Start(string hook, CancellationToken stop, string? past = null)
    {
        Assert.SkipUnless(
            File.Exists("/usr/bin/apt-get"), "Prometheus and Alertmanager come from Debian's archive, and this system has no apt");
        var (prometheus, alertmanager, port) = (Loopback.FreePort(), Loopback.FreePort(), Loopback.FreePort());
        var target = new HttpListener();
        target.Prefixes.Add($"http://127.0.0.1:{port}/");
        target.Start();
        var home = Path.Combine(Path.GetTempPath(), $"itsmai-e2e-prometheus-{prometheus}");
        var watching = new Watching(target, home, prometheus, alertmanager);
        await Script(
            "up.sh", stop, ("PROM_HOME", home), ("PROM_PORT", $"{prometheus}"), ("AM_PORT", $"{alertmanager}"),
            ("TARGET", $"127.0.0.1:{port}"), ("HOOK_URL", hook), ("HOOK_TOKEN", Token),
            ("BACKFILL", past ?? ""));
        return watching;
    }

    /// <summary>Sets a gauge, such as <c>service_error_ratio{service="pay"}</c>; null takes it away.</summary>
    public void Set(string gauge, double? value)
    {
        if (value is { } known) _gauges[gauge] = known;
        else _gauges.TryRemove(gauge, out _);
    }

    public async ValueTask DisposeAsync()
    {
        await Script("down.sh", CancellationToken.None, ("PROM_HOME", _home));
        _target.Stop();
        await _serving;
        _target.Close();
        Directory.Delete(_home, recursive: true);
    }

    private async Task Serve()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _target.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or InvalidOperationException)
            {
                return;
            }

            var lines = _gauges.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}\n"));
            context.Response.ContentType = "text/plain; version=0.0.4";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines)));
            context.Response.Close();
        }
    }

    private static async Task Script(string name, CancellationToken stop, params (string Name, string Value)[] environment)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "ItsmAi.sln"))) root = root.Parent!;
        var start = new ProcessStartInfo(Path.Combine(root.FullName, "tests", "rigs", "prometheus", name))
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        Assert.True(process.ExitCode == 0, $"{name}: {said}");
    }
}
