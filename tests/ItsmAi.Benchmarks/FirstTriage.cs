using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Hosting.Demo.Server;
using ItsmAi.Learning.Classification;
using ItsmAi.Learning.Training;
using ItsmAi.ServiceDeskWorld;

namespace ItsmAi.Benchmarks;

/// <summary>
/// All that the first triage of a started process needs: a desk with a fresh ticket for each start, a trained model, and
/// Azurite for its receipts.
/// </summary>
internal sealed class FirstTriage : IAsyncDisposable
{
    private const string Ticket =
        """
        {"Queue":"Service Desk","Subject":"VPN tunnel drops with error 809","Requestor":"kim@example.test","ContentType":"text/plain",
         "Content":"The VPN client on my laptop drops every few minutes since Monday with error 809, at home and in the hotel."}
        """;

    private readonly HttpClient _http = new();
    private readonly string _folder;
    private readonly SimulatedDesk _desk;
    private readonly Process _azurite;

    private FirstTriage(string folder, SimulatedDesk desk, Process azurite, int blobs, int tables)
    {
        (_folder, _desk, _azurite) = (folder, desk, azurite);
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ITSMAI_CONFIG"] = Path.Combine(folder, "itsmai.yaml"),
            ["TOKEN"] = desk.TokenOf(SimulatedDesk.Bot),
            ["SECRET"] = desk.Secret,
            ["BUS"] = "Endpoint=sb://127.0.0.1/;SharedAccessKeyName=k;SharedAccessKey=a2V5",

            // The emulator's own well-known account and key.
            ["STORAGE"] = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
                + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
                + $"BlobEndpoint=http://127.0.0.1:{blobs}/devstoreaccount1;"
                + $"TableEndpoint=http://127.0.0.1:{tables}/devstoreaccount1;",
        };
    }

    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Null where Azurite is not installed.</summary>
    public static async Task<FirstTriage?> Prepare(string root)
    {
        var script = Path.Combine(root, "tests", "azurite", "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(script)) return null;
        var folder = Directory.CreateTempSubdirectory("itsmai-start-").FullName;
        var world = new World(1, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var desk = await SimulatedDesk.Start(world.Organisation, TextWriter.Null, TimeProvider.System, CancellationToken.None);
        var (blobs, tables) = (StartedProcess.FreePort(), StartedProcess.FreePort());
        var prepared = new FirstTriage(folder, desk, Azurite(script, folder, blobs, tables), blobs, tables);
        await File.WriteAllBytesAsync(Path.Combine(folder, "triage.model"), Train(world).ToBytes());
        await File.WriteAllTextAsync(prepared.Settings["ITSMAI_CONFIG"], Configuration(root, desk));
        return prepared;
    }

    private static Process Azurite(string script, string folder, int blobs, int tables) => Process.Start(
        new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                script, "--location", Path.Combine(folder, "azurite"), "--blobPort", $"{blobs}", "--queuePort",
                $"{StartedProcess.FreePort()}", "--tablePort", $"{tables}", "--silent", "--disableTelemetry",
            },
            UseShellExecute = false,
        })!;

    private static LabelledModels Train(World world)
    {
        var texts = world.History(1800).Select(past => new LabelledText(
            past.Number,
            $"{past.Title}\n{past.Description}",
            new Dictionary<string, string> { ["category"] = past.Label, ["team"] = past.Team.Name }));
        return LabelledModels.Train(([.. texts], null), ["category", "team"], new TrainingOptions(), CancellationToken.None);
    }

    private static string Configuration(string root, SimulatedDesk desk) =>
        $"""
        policy: {Path.Combine(root, "policy", "policy.yaml")}
        model: triage.model
        store:
          connectionString: env:STORAGE
          serviceBusConnectionString: env:BUS
        connections:
          - name: rt-main
            kind: request-tracker
            url: {desk.Url}
            token: env:TOKEN
            account: {SimulatedDesk.Bot}
            webhookSecrets: [env:SECRET]

        """;

    /// <summary>A new ticket at the desk, and the message that tells of it, as JSON text inside a JSON string.</summary>
    public async Task<string> NextMessage()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_desk.Url, "REST/2.0/ticket"));
        request.Headers.Authorization = new AuthenticationHeaderValue("token", _desk.TokenOf(SimulatedDesk.Gateway));
        request.Content = new StringContent(Ticket, Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request);
        using var opened = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var number = opened.RootElement.GetProperty("id").ToString();
        var now = TimeProvider.System.GetUtcNow();
        var message = EventJson.Write(new Event
        {
            Id = new EventId($"rt-main/start-{number}"),
            Kind = EventKind.TicketCreated,
            Subject = new TicketId(new ConnectionName("rt-main"), number),
            OccurredAt = now,
            ReceivedAt = now,
        });
        return $"\"{JsonEncodedText.Encode(message)}\"";
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _azurite.Kill(entireProcessTree: true);
        await _azurite.WaitForExitAsync();
        _azurite.Dispose();
        await _desk.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
