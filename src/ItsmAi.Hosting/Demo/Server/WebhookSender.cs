using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ItsmAi.Hosting.Demo.Server.Tickets;

namespace ItsmAi.Hosting.Demo.Server;

/// <summary>
/// Tells the receiver what happened, as the scrip does: signed, one try, while the request that caused it waits. What
/// is lost here the receiver finds by walking the transactions.
/// </summary>
internal sealed class WebhookSender(HttpClient http, Uri desk, string secret, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Null until somebody wants to be told.</summary>
    public Uri? Receiver { get; set; }

    public async Task Tell(IReadOnlyList<DeskTransaction> done, CancellationToken stop)
    {
        var news = done.Where(transaction => transaction.IsNews).ToList();
        if (Receiver is null || news.Count == 0) return;
        var body = WebhookBody.Of(desk, news);
        using var request = new HttpRequestMessage(HttpMethod.Post, Receiver) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json");
        request.Headers.Add("X-Itsm-Delivery", $"txn-{news[0].Id}");
        request.Headers.Add("X-Itsm-Signature", Signature(body.Span));
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            using var answer = await http.SendAsync(request, either.Token);
        }
        catch (Exception error) when (error is HttpRequestException
            || (error is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // The desk's own work is done and stands, whether or not anybody listened.
        }
    }

    private string Signature(ReadOnlySpan<byte> body)
    {
        var time = clock.GetUtcNow().ToUnixTimeSeconds();
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"{time}."));
        hash.AppendData(body);
        return $"t={time},v1={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
