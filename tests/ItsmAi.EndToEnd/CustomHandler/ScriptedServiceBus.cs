using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace ItsmAi.EndToEnd.CustomHandler;

/// <summary>Speaks the documented send of a Service Bus queue, with its duplicate detection, and keeps what was sent.</summary>
internal sealed class ScriptedServiceBus : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, byte> _seen = new(StringComparer.Ordinal);

    private ScriptedServiceBus(int port)
    {
        Port = port;
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _ = Serve();
    }

    public int Port { get; }

    public string ConnectionString =>
        $"Endpoint=sb://127.0.0.1:{Port}/;SharedAccessKeyName=send;SharedAccessKey=a2V5;UseDevelopmentEmulator=true";

    /// <summary>Message id, session and body, in the order they came; what came again under its id is not here twice.</summary>
    public ConcurrentQueue<(string MessageId, string Session, string Body)> Messages { get; } = new();

    public static ScriptedServiceBus Start() => new(Loopback.FreePort());

    public void Dispose() => _listener.Close();

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
        using var reader = new StreamReader(context.Request.InputStream);
        var body = await reader.ReadToEndAsync();
        var isSend = context.Request is { HttpMethod: "POST", Url.AbsolutePath: "/ticket-events/messages" }
            && context.Request.Headers["Authorization"]?.StartsWith("SharedAccessSignature sr=", StringComparison.Ordinal) == true;
        if (isSend)
        {
            using var properties = JsonDocument.Parse(context.Request.Headers["BrokerProperties"]!);
            var id = properties.RootElement.GetProperty("MessageId").GetString()!;
            if (_seen.TryAdd(id, 0)) Messages.Enqueue((id, properties.RootElement.GetProperty("SessionId").GetString()!, body));
        }

        context.Response.StatusCode = isSend ? 201 : 401;
        context.Response.Close();
    }
}
