namespace ItsmAi.EndToEnd.Monitoring;

/// <summary>The product's own process on a folder with its configuration, which can be killed and started again.</summary>
/// <param name="secrets">Variables of its environment.</param>
internal sealed class Served(string folder, int port, IReadOnlyDictionary<string, string> secrets) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Itsmai? _process;

    private string Data => Path.Combine(folder, "data");

    public string Said => _process?.Said ?? "";

    public async Task Start(CancellationToken stop)
    {
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
        await Kill(stop);
        await Start(stop);
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

    /// <summary>The most memory that the process that runs now ever held, in KiB.</summary>
    public long MostMemory() => _process!.MostMemory();

    public void Dispose()
    {
        _process?.Dispose();
        _http.Dispose();
    }
}
