using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ItsmAi.Connectors.Tests.Notifications;

/// <summary>A mail server that is not ours: Python's, which also parses what it was sent.</summary>
internal sealed class PythonMailServer : IDisposable
{
    private readonly Process _process;

    private PythonMailServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static async Task<PythonMailServer> Start(CancellationToken stop, params string[] answers)
    {
        var start = new ProcessStartInfo("/usr/bin/python3")
        {
            RedirectStandardOutput = true, UseShellExecute = false,
            ArgumentList = { "-W", "ignore", Path.Combine(AppContext.BaseDirectory, "Cases", "smtp_server.py") },
        };
        foreach (var answer in answers) start.ArgumentList.Add(answer);
        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync(stop) ?? throw new InvalidOperationException("python3 did not start");
        return new PythonMailServer(process, int.Parse(port, CultureInfo.InvariantCulture));
    }

    /// <summary>The next mail that came, as Python read it.</summary>
    public async Task<JsonElement> Next(CancellationToken stop)
    {
        using var mail = JsonDocument.Parse((await _process.StandardOutput.ReadLineAsync(stop))!);
        return mail.RootElement.Clone();
    }

    /// <summary>Ends the server, and says whether any mail came that nobody asked for.</summary>
    public async Task<bool> HeardNothingElse(CancellationToken stop)
    {
        _process.Kill();
        return (await _process.StandardOutput.ReadToEndAsync(stop)).Length == 0;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
