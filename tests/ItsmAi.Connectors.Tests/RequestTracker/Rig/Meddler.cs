namespace ItsmAi.Connectors.Tests.RequestTracker.Rig;

/// <summary>
/// Stands between us and Request Tracker: lets somebody act just before one of our writes, or loses the request or
/// its answer. Writes are counted from 1.
/// </summary>
public sealed class Meddler : DelegatingHandler
{
    public int Writes { get; private set; }

    public Dictionary<int, Func<Task>> Before { get; } = [];

    public HashSet<int> LosesRequest { get; } = [];

    public HashSet<int> LosesAnswer { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get) return await base.SendAsync(request, cancellationToken);
        var write = ++Writes;
        if (Before.TryGetValue(write, out var act)) await act();
        if (LosesRequest.Contains(write)) throw new HttpRequestException("the request was lost");
        var response = await base.SendAsync(request, cancellationToken);
        if (!LosesAnswer.Contains(write)) return response;
        response.Dispose();
        throw new HttpRequestException("the answer was lost");
    }
}
