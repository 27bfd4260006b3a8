using ItsmAi.Hosting.Calls;
using Microsoft.AspNetCore.Http.Features;

namespace ItsmAi.Hosting.Serving;

/// <summary>One request and its answer, straight from the server's own parts.</summary>
public sealed class Exchange
{
    private readonly IFeatureCollection _features;
    private readonly IHttpRequestFeature _request;

    internal Exchange(IFeatureCollection features)
    {
        _features = features;
        _request = features.GetRequiredFeature<IHttpRequestFeature>();
        var target = _request.RawTarget;
        // A proxy may send the whole address as the target; then only the decoded path is at hand.
        var raw = target.StartsWith('/') ? target.Split('?', 2)[0] : _request.PathBase + _request.Path;
        Path = raw;
        Segments = [.. raw.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
    }

    public string Method => _request.Method;

    /// <summary>As it was sent, without the query.</summary>
    public string Path { get; }

    /// <summary>The path's parts, each decoded by itself, so that an encoded slash stays inside its part.</summary>
    public IReadOnlyList<string> Segments { get; }

    public string Host => _request.Headers.Host.ToString();

    /// <summary>Ends when the caller hangs up.</summary>
    public CancellationToken Gone =>
        _features.Get<IHttpRequestLifetimeFeature>()?.RequestAborted ?? CancellationToken.None;

    /// <summary>The body's length as its sender declared it; null when it comes in chunks.</summary>
    public long? Declared => _request.Headers.ContentLength;

    public Task<Body> ReadBody(int limit, CancellationToken stop) =>
        BodyReader.Read(_features.GetRequiredFeature<IRequestBodyPipeFeature>().Reader, limit, stop);

    public WebCall ToCall(IReadOnlyDictionary<string, string> routeValues, ReadOnlyMemory<byte> body) =>
        new(
            Method, Path, routeValues, QueryText.Read(_request.QueryString),
            _request.Headers.ToDictionary(
                header => header.Key, header => string.Join(',', header.Value.ToArray()),
                StringComparer.OrdinalIgnoreCase),
            body);

    /// <summary>Does this when the caller has the answer.</summary>
    public void Afterwards(Action work) =>
        _features.GetRequiredFeature<IHttpResponseFeature>().OnCompleted(
            _ =>
            {
                work();
                return Task.CompletedTask;
            },
            this);

    public async Task Answer(WebAnswer answer)
    {
        var response = _features.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) response.Headers[name] = value;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (answer.ContentType.Length > 0) response.Headers.ContentType = answer.ContentType;
        if (answer.Status is not (204 or 304)) response.Headers.ContentLength = answer.Body.Length;
        if (answer.Body.IsEmpty || Method == "HEAD") return;
        await _features.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(answer.Body, Gone);
    }
}
