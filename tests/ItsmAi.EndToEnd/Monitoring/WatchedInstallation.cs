using ItsmAi.EndToEnd.RequestTracker;

namespace ItsmAi.EndToEnd.Monitoring;

/// <summary>The product on a folder beside a desk, told by a monitor, with a policy that opens incidents for alerts.</summary>
internal sealed class WatchedInstallation(string folder, int port, RealDesk desk, bool opensIncidents = true) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Itsmai? _process;

    private string Data => Path.Combine(folder, "data");

    public string Hook => $"http://127.0.0.1:{port}/api/alerts/prometheus";

    public async Task Start(CancellationToken stop)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "policy.yaml"), opensIncidents ? Policy : "version: 1\nowner: service.desk.lead\n", stop);
        await File.WriteAllTextAsync(Path.Combine(folder, "itsmai.yaml"), Configuration(), stop);
        var secrets = new Dictionary<string, string>
        {
            ["RT_TOKEN"] = desk.BotToken, ["RT_SECRET"] = RealDesk.Secret, ["MONITOR_TOKEN"] = Watching.Token,
        };
        _process = Itsmai.Start(
            secrets, "serve", "--data", Data, "--urls", $"http://127.0.0.1:{port}", "--config", Path.Combine(folder, "itsmai.yaml"));
        for (var tries = 0; tries < 300; tries++)
        {
            try
            {
                using var answer = await _http.GetAsync(new Uri($"http://127.0.0.1:{port}/api/health"), stop);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
            {
                // It is not up yet.
            }

            await Task.Delay(200, stop);
        }

        Assert.Fail($"it did not come up: {_process.Said}");
    }

    /// <summary>SIGKILL, and again from the same folder.</summary>
    public async Task KillAndStart(CancellationToken stop)
    {
        await _process!.Kill(stop);
        _process.Dispose();
        await Start(stop);
    }

    public async Task<string> Verify(CancellationToken stop)
    {
        var (exit, said) = await Itsmai.Run(stop, "receipts", "verify", "--data", Data);
        Assert.True(exit == 0, said);
        return said;
    }

    /// <summary>The most memory that the process that runs now ever held, in KiB.</summary>
    public long MostMemory() => _process!.MostMemory();

    public string Said => _process?.Said ?? "";

    public void Dispose()
    {
        _process?.Dispose();
        _http.Dispose();
    }

    private string Configuration() =>
        $"""
        site: http://127.0.0.1:{port}/
        policy: policy.yaml
        settle: 6s
        lease: 10s
        schedules:
          tend-incidents: "* * * * * *"
        monitors:
          - name: prometheus
            kind: alertmanager
            tokens: [env:MONITOR_TOKEN]
        alerts:
          desk: rt-main
          team: Applications
          updateEvery: 2s
          clearFor: 3s
        connections:
          - name: rt-main
            kind: request-tracker
            url: {desk.Url}
            token: env:RT_TOKEN
            account: itsmai-bot
            webhookSecrets: [env:RT_SECRET]

        """;

    private const string Policy =
        """
        version: 1
        owner: service.desk.lead
        actsPerTicketAndHour: 50
        rules:
          - { name: open, action: OpenIncident, when: { priorities: [P1, P2] }, level: Auto, because: critical alerts of a service are incidents }
          - { name: keep, action: UpdateIncident, level: Auto, because: it is kept up to date }
          - { name: end, action: ResolveIncident, level: Auto, because: every alert is clear }
        """;
}
