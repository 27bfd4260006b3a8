using System.Net;
using System.Net.Http.Headers;
using ItsmAi.Governance.Notices;

namespace ItsmAi.Connectors.Notifications;

/// <summary>
/// Posts one message and tells from the answer whether another try may help. No answer names the address: it may be a
/// secret.
/// </summary>
internal sealed class HttpDelivery(HttpClient http, TimeSpan timeout, TimeProvider clock)
{
    public async Task<Delivery> Post(HttpRequestMessage request, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Judge(response);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new Delivery.Again($"it did not answer in {timeout.TotalSeconds:0} s");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new Delivery.Again("it could not be reached");
        }
    }

    private Delivery Judge(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode) return new Delivery.Taken();
        var says = $"it answered {(int)response.StatusCode}";
        return (int)response.StatusCode >= 500
            || response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)425
            ? new Delivery.Again(says, Asked(response.Headers.RetryAfter))
            : new Delivery.Never(says);
    }

    private TimeSpan? Asked(RetryConditionHeaderValue? wait) => wait?.Delta ?? (wait?.Date - clock.GetUtcNow());
}
