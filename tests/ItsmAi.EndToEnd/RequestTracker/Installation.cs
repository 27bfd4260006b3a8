namespace ItsmAi.EndToEnd.RequestTracker;

/// <summary>One installation of the product on a folder: model, policy, configuration, and the process that serves it.</summary>
internal sealed class Installation(string folder, int port, RealDesk desk, Tickets tickets) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Itsmai? _process;

    public string Data => Path.Combine(folder, "data");

    public string Said => _process?.Said ?? "";

    public async Task Prepare(CancellationToken stop)
    {
        var (exit, said) = await Itsmai.Run(
            stop, "train", "--tickets", tickets.History, "--out", Path.Combine(folder, "triage.model"), "--seed", "1");
        Assert.True(exit == 0, said);
        await File.WriteAllTextAsync(Path.Combine(folder, "policy.yaml"), Policy, stop);
        await File.WriteAllTextAsync(Path.Combine(folder, "itsmai.yaml"), Configuration(), stop);
    }

    /// <summary>Autonomy is earned on tickets that are over, and approved rung by rung by somebody who is not the owner.</summary>
    public async Task Earn(CancellationToken stop)
    {
        var (exit, said) = await Itsmai.Run(
            Secrets, stop, "trial", "--tickets", tickets.Trial, "--config", Path.Combine(folder, "itsmai.yaml"), "--data", Data);
        Assert.True(exit == 0, said);
        for (var rung = 0; rung < 3; rung++)
        {
            (exit, said) = await Itsmai.Run(stop, "autonomy", "propose", "--data", Data);
            Assert.True(exit == 0, said);
            foreach (var id in said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]))
                await Approve(id, stop);
        }
    }

    public async Task Start(CancellationToken stop)
    {
        _process = Itsmai.Start(
            Secrets,
            "serve",
            "--data",
            Data,
            "--urls",
            $"http://127.0.0.1:{port}",
            "--config",
            Path.Combine(folder, "itsmai.yaml"));
        await Healthy(stop);
    }

    public async Task Kill(CancellationToken stop)
    {
        await _process!.Kill(stop);
        _process.Dispose();
        _process = null;
    }

    public async Task<string> Verify(CancellationToken stop)
    {
        var (exit, said) = await Itsmai.Run(stop, "receipts", "verify", "--data", Data);
        Assert.True(exit == 0, said);
        return said;
    }

    public async Task<IReadOnlyList<Step>> Receipts(CancellationToken stop)
    {
        var file = Path.Combine(folder, "receipts.jsonl");
        var (exit, said) = await Itsmai.Run(stop, "receipts", "export", "--data", Data, "--out", file);
        Assert.True(exit == 0, said);

        // Tickets of the trial have no number of the desk's.
        return [.. (await File.ReadAllLinesAsync(file, stop)).Select(Step.Parse).Where(step => step.Ticket > 0)];
    }

    /// <summary>The steps of a decision as people are shown them, with names.</summary>
    public async Task<IReadOnlyList<Step>> Shown(string decision, CancellationToken stop)
    {
        var (exit, said) = await Itsmai.Run(stop, "receipts", "show", decision, "--json", "--data", Data);
        Assert.True(exit == 0, said);
        return [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Step.Parse)];
    }

    public void Dispose()
    {
        _process?.Dispose();
        _http.Dispose();
    }

    private Dictionary<string, string> Secrets => new() { ["RT_TOKEN"] = desk.BotToken, ["RT_SECRET"] = RealDesk.Secret };

    private async Task Approve(string proposal, CancellationToken stop)
    {
        var (exit, said) = await Itsmai.Run(stop, "autonomy", "approve", proposal, "--by", "quality.lead", "--data", Data);
        Assert.True(exit == 0, said);
    }

    private async Task Healthy(CancellationToken stop)
    {
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

        Assert.Fail($"it did not come up: {Said}");
    }

    private string Configuration() =>
        $"""
        site: http://127.0.0.1:{port}/
        policy: policy.yaml
        model: triage.model
        settle: 15s
        lease: 10s
        schedules:
          reconcile-desks: "*/3 * * * * *"
        connections:
          - name: rt-main
            kind: request-tracker
            url: {desk.Url}
            token: env:RT_TOKEN
            account: itsmai-bot
            webhookSecrets: [env:RT_SECRET]
            intake: Service Desk
            feedLag: 2s
            teams:
        {string.Join('\n', tickets.Queues.Select(pair => $"      \"{pair.Key}\": {pair.Value}"))}

        """;

    private const string Policy =
        """
        version: 1
        owner: service.desk.lead
        autonomy: { rungMinimum: 5, rungLowerBound: 0.5, autoMinimum: 10, autoLowerBound: 0.6, demoteBelow: 0.5 }
        brakes: { acts: 200, shareToOneTeam: 1.0 }
        rules:
          - name: route-what-is-sure
            action: Route
            when: { confidenceAtLeast: 0.85 }
            level: Auto
            because: the category is sure
        """;
}
