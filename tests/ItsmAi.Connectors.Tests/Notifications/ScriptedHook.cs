using System.Collections.Concurrent;
using System.Net;
using ItsmAi.Connectors.Tests.TableStorage;

namespace ItsmAi.Connectors.Tests.Notifications;

/// <summary>A web server that answers by script and keeps what it heard, headers and bytes.</summary>
internal sealed class ScriptedHook : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(int Status, string? RetryAfter)> _script;
    private readonly Task _loop;

    public ScriptedHook(params (int Status, string? RetryAfter)[] script)
    {
        _script = new ConcurrentQueue<(int Status, string? RetryAfter)>(script);
        Address = new Uri($"http://127.0.0.1:{Azurite.FreePort()}/hook/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _loop = Task.Run(Serve);
    }

    public Uri Address { get; }

    public ConcurrentQueue<(IReadOnlyDictionary<string, string> Headers, byte[] Body)> Heard { get; } = new();

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _loop;
        _listener.Close();
    }

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            try
            {
                await Answer(await _listener.GetContextAsync());
            }
            catch (Exception error) when (error is HttpListenerException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var headers = context.Request.Headers;
        Heard.Enqueue((headers.AllKeys.ToDictionary(key => key!, key => headers[key]!, StringComparer.OrdinalIgnoreCase), body.ToArray()));
        var (status, after) = _script.TryDequeue(out var next) ? next : (202, null);
        context.Response.StatusCode = status;
        if (after is not null) context.Response.AddHeader("Retry-After", after);
        context.Response.Close();
    }
}
