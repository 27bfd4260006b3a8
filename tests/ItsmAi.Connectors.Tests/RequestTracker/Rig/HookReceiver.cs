using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace ItsmAi.Connectors.Tests.RequestTracker.Rig;

/// <summary>Keeps what Request Tracker's scrip posts: headers and the bytes as they came.</summary>
public sealed class HookReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Delivery> _deliveries = new();

    public sealed record Delivery(IReadOnlyDictionary<string, string> Headers, byte[] Body);

    public Uri? Url { get; private set; }

    /// <summary>What the receiver does with a delivery before it answers; Request Tracker waits for it.</summary>
    public Func<Delivery, Task>? BeforeAnswering { get; set; }

    public IReadOnlyList<Delivery> Deliveries => [.. _deliveries];

    public void Start(int port)
    {
        Url = new Uri($"http://127.0.0.1:{port}/hooks/rt-rig");
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _ = Receive();
    }

    /// <summary>
    /// The scrip posts before Request Tracker answers the request that it tells of; so this waits for little.
    /// </summary>
    public async Task<IReadOnlyList<Delivery>> About(string ticket, int atLeast)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            var found = Deliveries.Where(each => IsAbout(each, ticket)).ToList();
            if (found.Count >= atLeast) return found;
            Assert.True(waiting.Elapsed < TimeSpan.FromSeconds(10), $"{found.Count} of {atLeast} hooks of {ticket}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();

    public static bool IsAbout(Delivery delivery, string ticket) =>
        System.Text.Encoding.UTF8.GetString(delivery.Body)
            .Contains($"\"subject\":\"ticket/{ticket}\"", StringComparison.Ordinal);

    private async Task Receive()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or InvalidOperationException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            var headers = context.Request.Headers.AllKeys
                .ToDictionary(name => name!, name => context.Request.Headers[name]!, StringComparer.Ordinal);
            var delivery = new Delivery(headers, body.ToArray());
            if (BeforeAnswering is { } act) await act(delivery);
            _deliveries.Enqueue(delivery);
            context.Response.StatusCode = 202;
            context.Response.Close();
        }
    }
}
