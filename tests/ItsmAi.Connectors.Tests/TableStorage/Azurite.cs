using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ItsmAi.Connectors.TableStorage;
using ItsmAi.Connectors.Tests.TableStorage;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace ItsmAi.Connectors.Tests.TableStorage;

/// <summary>
/// The storage emulator as a process of its own on free ports of this machine, started by the first test that asks.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    public const string Account = "devstoreaccount1";

    public const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly TempFolder _folder = new();

    private readonly SemaphoreSlim _one = new(1);

    private Process? _process;

    private int _blobs;

    private int _tables;

    public Uri Tables => new($"http://127.0.0.1:{_tables}/{Account}");

    public Uri Blobs => new($"http://127.0.0.1:{_blobs}/{Account}");

    /// <summary>How a client signs in by key, once the emulator listens.</summary>
    public async Task<TableStorageOptions> Options(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            _process ??= await Start(stop);
        }
        finally
        {
            _one.Release();
        }

        return new TableStorageOptions { Tables = Tables, Blobs = Blobs, Account = Account, Key = Key };
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }

        _one.Dispose();
        _folder.Dispose();
    }

    private async Task<Process> Start(CancellationToken stop)
    {
        (_blobs, _tables) = (FreePort(), FreePort());
        var process = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                Script(), "--location", _folder.Path, "--blobPort", $"{_blobs}", "--queuePort", $"{FreePort()}",
                "--tablePort", $"{_tables}", "--silent", "--disableTelemetry",
            },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        process.BeginOutputReadLine();
        foreach (var port in new[] { _blobs, _tables })
            await UntilItListens(process, port, stop);
        return process;
    }

    private static string Script()
    {
        var folder = Path.Combine(RepositoryRoot(), "tests", "azurite");
        var script = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (File.Exists(script))
            return script;

        var hasNpm = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Any(place => File.Exists(Path.Combine(place, "npm")));
        Assert.SkipUnless(hasNpm, "npm is not installed, so the storage emulator cannot be");
        Assert.Fail("the storage emulator is not installed; run: (cd tests/azurite && npm ci --ignore-scripts)");
        return script;
    }

    internal static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ItsmAi.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private static async Task UntilItListens(Process process, int port, CancellationToken stop)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            Assert.False(process.HasExited, "the storage emulator ended before it listened");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, deadline.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100, deadline.Token);
            }
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
