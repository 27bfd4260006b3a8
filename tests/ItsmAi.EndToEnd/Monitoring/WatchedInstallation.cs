using ItsmAi.EndToEnd.RequestTracker;

namespace ItsmAi.EndToEnd.Monitoring;

/// <summary>The product on a folder beside a desk, told by a monitor, with a policy that opens incidents for alerts.</summary>
internal sealed class WatchedInstallation(string folder, int port, RealDesk desk, bool opensIncidents = true) : IDisposable
{
    private readonly Served _served = new(folder, port, new Dictionary<string, string>
    {
        ["RT_TOKEN"] = desk.BotToken, ["RT_SECRET"] = RealDesk.Secret, ["MONITOR_TOKEN"] = Watching.Token,
    });

    public string Hook => $"http://127.0.0.1:{port}/api/alerts/prometheus";

    public string Said => _served.Said;

    public async Task Start(CancellationToken stop)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "policy.yaml"), opensIncidents ? Policy : "version: 1\nowner: service.desk.lead\n", stop);
        await File.WriteAllTextAsync(Path.Combine(folder, "itsmai.yaml"), Configuration(), stop);
        await _served.Start(stop);
    }

    /// <summary>SIGKILL, and again from the same folder.</summary>
    public Task KillAndStart(CancellationToken stop) => _served.KillAndStart(stop);

    public Task<string> Verify(CancellationToken stop) => _served.Verify(stop);

    /// <summary>The most memory that the process that runs now ever held, in KiB.</summary>
    public long MostMemory() => _served.MostMemory();

    public void Dispose() => _served.Dispose();

    private string Configuration() =>
        $"""
        site: http://127.0.0.1:{port}/
        policy: policy.yaml
        settle: 15s
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
