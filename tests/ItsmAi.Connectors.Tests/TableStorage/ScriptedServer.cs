using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;

namespace ItsmAi.Connectors.Tests.TableStorage;

/// <summary>A server on this machine that answers by script and remembers what it heard.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private static int _made;

    private readonly HttpListener _listener = new();

    private readonly ConcurrentQueue<Reply> _script;

    private readonly Task _loop;

    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public ScriptedServer(params Reply[] script)
    {
        _script = new ConcurrentQueue<Reply>(script);
        // A path of its own: what is meant for a server that had the port before is not heard.
        Address = new Uri($"http://127.0.0.1:{Azurite.FreePort()}/script{Interlocked.Increment(ref _made)}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _loop = Task.Run(Serve);
    }

    public Uri Address { get; }

    public ConcurrentQueue<Request> Heard { get; } = new();

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
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        Heard.Enqueue(new Request(
            context.Request.HttpMethod, context.Request.RawUrl!, context.Request.Headers["Authorization"] ?? "",
            context.Request.Headers["x-ms-version"] ?? "", body, _clock.Elapsed));
        var reply = _script.TryDequeue(out var next) ? next : new Reply(500, "the script is at its end");
        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers ?? [])
            context.Response.AddHeader(name, value);
        if (reply.Status != 204)
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(reply.Body));
        context.Response.Close();
    }

    internal sealed record Reply(int Status, string Body = "", (string Name, string Value)[]? Headers = null);

    internal sealed record Request(
        string Method, string Path, string Authorization, string Version, string Body, TimeSpan At);
}
