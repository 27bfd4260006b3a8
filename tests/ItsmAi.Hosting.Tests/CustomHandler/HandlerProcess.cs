using System.Net.Http.Headers;
using System.Text;
using ItsmAi.Hosting.CustomHandler;
using ItsmAi.Hosting.Tests.Fakes;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.Tests.CustomHandler;

/// <summary>The custom handler on a port of this machine, and a client in the host's place.</summary>
internal sealed class HandlerProcess : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();

    private HandlerProcess(int port)
    {
        Port = port;
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
    }

    public int Port { get; }

    public HttpClient Client { get; }

    public Task<int> Exit { get; private set; } = Task.FromResult(0);

    public StringWriter Log { get; } = new();

    public static HandlerProcess Start(FakeHouse house, TimeProvider? clock = null) =>
        Start(_ => Task.FromResult(house.Build()), clock);

    public static HandlerProcess Start(Func<CancellationToken, Task<House>> compose, TimeProvider? clock = null)
    {
        var running = new HandlerProcess(FreePort.Find());
        running.Exit = new CustomHandlerHost(TriggerCatalogue.All, compose, running.Log, clock ?? TimeProvider.System)
            .Run(running.Port, running._stop.Token);
        return running;
    }

    /// <summary>As the host calls: chunked, so without a length.</summary>
    public async Task<(int Status, string Body, string Type)> Post(string path, byte[] body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await Client.SendAsync(request, stop);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(stop),
            answer.Content.Headers.ContentType?.MediaType ?? "");
    }

    public Task<(int Status, string Body, string Type)> Post(string path, string body, CancellationToken stop) =>
        Post(path, Encoding.UTF8.GetBytes(body), stop);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Exit;
        Client.Dispose();
        _stop.Dispose();
    }
}
