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

    private Task? _rest;

    private Uri? _blobs;

    private Uri? _tables;

    public Uri Tables => new(_tables!, Account);

    public Uri Blobs => new(_blobs!, Account);

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
            await (_rest ?? Task.CompletedTask);
            _process.Dispose();
        }

        _one.Dispose();
        _folder.Dispose();
    }

    private async Task<Process> Start(CancellationToken stop)
    {
        var process = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                Script(), "--location", _folder.Path, "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
                "--silent", "--disableTelemetry",
            },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(TimeSpan.FromMinutes(2));
        while (_tables is null || _blobs is null)
            Hear(await process.StandardOutput.ReadLineAsync(deadline.Token));
        // A full pipe would stop it.
        _rest = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        return process;
    }

    // It takes free ports by itself and says which: "Azurite Table service is successfully listening at http://…".
    private void Hear(string? line)
    {
        const string Listens = " service is successfully listening at ";
        Assert.NotNull(line);
        if (line.StartsWith($"Azurite Blob{Listens}", StringComparison.Ordinal))
            _blobs = new Uri(line.Split(Listens)[1]);
        if (line.StartsWith($"Azurite Table{Listens}", StringComparison.Ordinal))
            _tables = new Uri(line.Split(Listens)[1]);
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

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
