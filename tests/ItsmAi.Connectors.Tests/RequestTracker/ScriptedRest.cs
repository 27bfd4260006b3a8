using System.Net;
using System.Text;

namespace ItsmAi.Connectors.Tests.RequestTracker;

/// <summary>
/// Stands in for the network: each request is answered by the test, in Request Tracker's own wire format.
/// </summary>
internal sealed class ScriptedRest(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    : HttpMessageHandler
{
    public List<string> Asked { get; } = [];

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add($"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.PathAndQuery)}");
        return answer(request, cancellationToken);
    }
}
