using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ItsmAi.EndToEnd.CustomHandler;

/// <summary>Azurite as a process of its own, in the place of the storage account.</summary>
public sealed class StorageEmulator : IAsyncLifetime
{
    private const string Account = "devstoreaccount1";

    private readonly string _folder = Directory.CreateTempSubdirectory("itsmai-azurite-").FullName;
    private readonly int _blobs = Loopback.FreePort();
    private readonly int _tables = Loopback.FreePort();
    private Process? _process;

    // The emulator's own well-known key.
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"BlobEndpoint=http://127.0.0.1:{_blobs}/{Account};TableEndpoint=http://127.0.0.1:{_tables}/{Account};";

    public async ValueTask InitializeAsync()
    {
        var script = Path.Combine(Repository.Root, "tests/azurite/node_modules/azurite/dist/src/azurite.js");
        if (!File.Exists(script)) return;
        _process = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                script, "--location", _folder, "--blobPort", $"{_blobs}", "--queuePort", $"{Loopback.FreePort()}",
                "--tablePort", $"{_tables}", "--silent", "--disableTelemetry",
            },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        _process.BeginOutputReadLine();
        await UntilItListens(_blobs);
        await UntilItListens(_tables);
    }

    public void SkipWithout() =>
        Assert.SkipWhen(_process is null, "Azurite is not installed; run tests/setup/azurite.sh");

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static async Task UntilItListens(int port)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100, patience.Token);
            }
        }
    }
}
