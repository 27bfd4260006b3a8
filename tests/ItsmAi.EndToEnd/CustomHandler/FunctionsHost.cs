using System.Text;
using System.Text.Json;

namespace ItsmAi.EndToEnd.CustomHandler;

/// <summary>
/// The test in the place of the Azure Functions host: it starts the executable with the environment of the Linux images,
/// waits for <c>/</c>, and calls as the host calls.
/// </summary>
internal sealed class FunctionsHost : IDisposable
{
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly Itsmai _process;

    private FunctionsHost(int port, Itsmai process)
    {
        Port = port;
        _process = process;
        _client.BaseAddress = new Uri($"http://127.0.0.1:{port}/");
    }

    public int Port { get; }

    public string Said => _process.Said;

    public static async Task<FunctionsHost> Start(string config, StorageEmulator storage, CancellationToken stop)
    {
        var port = Loopback.FreePort();
        var environment = new Dictionary<string, string>
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}",
            // The images export it, the process inherits it, and it must not be obeyed.
            ["ASPNETCORE_URLS"] = "http://*:80",
            ["FUNCTIONS_WORKER_RUNTIME"] = "custom",
            ["ITSMAI_CONFIG"] = config,
            ["STORAGE"] = storage.ConnectionString,
        };
        var host = new FunctionsHost(port, Itsmai.Start(environment));
        await host.UntilItIsReady(stop);
        return host;
    }

    public Task<(int Status, string Body)> Get(string path, CancellationToken stop) =>
        Send(new HttpRequestMessage(HttpMethod.Get, path), stop);

    /// <summary>An enveloped call, chunked and so without a length.</summary>
    public Task<(int Status, string Body)> Invoke(string function, string envelope, CancellationToken stop)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/" + function)
        {
            Content = new StringContent(envelope, Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-InvocationId", "00000000-0000-0000-0000-000000000001");
        return Send(request, stop);
    }

    /// <summary>A queue's text as the host wraps it: as JSON text inside a JSON string.</summary>
    public Task<(int Status, string Body)> Deliver(string message, CancellationToken stop) =>
        Invoke(
            "handle-ticket",
            $$$"""{"Data":{"message":{{{Quoted(Quoted(message))}}}},"Metadata":{"MessageId":"m","DeliveryCount":1}}""",
            stop);

    public Task Kill(CancellationToken stop) => _process.Kill(stop);

    public void Dispose()
    {
        _client.Dispose();
        _process.Dispose();
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private async Task<(int Status, string Body)> Send(HttpRequestMessage request, CancellationToken stop)
    {
        using (request)
        {
            using var answer = await _client.SendAsync(request, stop);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(stop));
        }
    }

    private async Task UntilItIsReady(CancellationToken stop)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await Get("/", stop);
                return;
            }
            catch (HttpRequestException) when (tries < 1200)
            {
                await Task.Delay(25, stop);
            }
        }
    }
}
