using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ItsmAi.Connectors.Tests.OpenAi;

/// <summary>
/// A server that speaks the OpenAI API's wire format as far as its script says, and then does as it likes: what it writes are bytes.
/// </summary>
internal sealed class HostileModel : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly Func<int, string, Stream, CancellationToken, Task> _answer;
    private readonly Task _loop;
    private int _count;

    /// <param name="answer">Given the number of the request from 1, its body and the wire.</param>
    public HostileModel(Func<int, string, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = Task.Run(Serve);
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/openai/v1/");

    public ConcurrentQueue<(string Head, string Body)> Heard { get; } = new();

    /// <summary>An answer as the API's reference has it.</summary>
    public static string Completion(string content, string finish = "stop", string more = "") =>
        $$$"""
        {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"gpt-test","choices":[{"index":0,"finish_reason":"{{{finish}}}",
         "message":{"role":"assistant","content":{{{System.Text.Json.JsonSerializer.Serialize(content)}}}{{{more}}}}}],
         "usage":{"prompt_tokens":40,"completion_tokens":7,"total_tokens":47}}
        """;

    public static Task Json(Stream wire, string body, int status = 200, string headers = "") =>
        Raw(wire, $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public static async Task Raw(Stream wire, string text) => await wire.WriteAsync(Encoding.UTF8.GetBytes(text));

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Dispose();
        await _loop;
        _over.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true) _ = Converse(await _listener.AcceptTcpClientAsync(_over.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Converse(TcpClient caller)
    {
        using (caller)
        {
            try
            {
                // What is closed with bytes unread is reset.
                var wire = caller.GetStream();
                while (await Read(wire) is { } request)
                {
                    Heard.Enqueue(request);
                    await _answer(Interlocked.Increment(ref _count), request.Body, wire, _over.Token);
                }
            }
            catch (Exception error) when (error is IOException or OperationCanceledException or SocketException)
            {
                caller.Client.LingerState = new LingerOption(enable: true, seconds: 0);
            }
        }
    }

    private async Task<(string Head, string Body)?> Read(Stream wire)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await wire.ReadAsync(one, _over.Token) == 0) return null;
            head.Append((char)one[0]);
        }

        var length = head.ToString().Split("\r\n").First(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        var body = new byte[int.Parse(length[15..], CultureInfo.InvariantCulture)];
        await wire.ReadExactlyAsync(body, _over.Token);
        return (head.ToString(), Encoding.UTF8.GetString(body));
    }
}
