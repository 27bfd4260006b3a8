using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker.Rest;

/// <summary>Sends one request to REST 2.0 and tells what may be asked again from what was answered.</summary>
internal sealed class RestClient(HttpClient http, RequestTrackerOptions options, TimeProvider time)
{
    private readonly string _root = options.Url.AbsoluteUri.TrimEnd('/') + "/REST/2.0/";

    public Task<RestAnswer> Get(string path, CancellationToken stop) =>
        Send(HttpMethod.Get, path, body: null, version: null, stop);

    public Task<RestAnswer> Post(string path, ReadOnlyMemory<byte> body, CancellationToken stop) =>
        Send(HttpMethod.Post, path, body, version: null, stop);

    /// <summary>Writes only while the ticket is at <paramref name="version"/>; otherwise the answer is 412.</summary>
    public Task<RestAnswer> Put(string path, ReadOnlyMemory<byte> body, string version, CancellationToken stop) =>
        Send(HttpMethod.Put, path, body, version, stop);

    public Task<RestAnswer> Transactions(string query, string rest, CancellationToken stop) =>
        Get($"transactions?query={Uri.EscapeDataString(query)}&{rest}", stop);

    private async Task<RestAnswer> Send(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body, string? version, CancellationToken stop)
    {
        using var request = Request(method, path, body, version);
        using var late = new CancellationTokenSource(options.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token);
            RefuseWhatMayHelpLater(response.StatusCode, method, path);
            var etag = response.Headers.NonValidated.TryGetValues("ETag", out var tags) ? tags.ToString() : null;
            return new RestAnswer(response.StatusCode, etag?.Trim('"'), Json(bytes, response.StatusCode));
        }
        catch (OperationCanceledException error) when (!stop.IsCancellationRequested)
        {
            var seconds = options.RequestTimeout.TotalSeconds;
            throw Unavailable($"did not answer {method} {path} in {seconds:0} s", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw Unavailable($"could not be reached for {method} {path}: {error.Message}", error);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, ReadOnlyMemory<byte>? body, string? version)
    {
        var request = new HttpRequestMessage(method, new Uri(_root + path));
        request.Headers.Authorization = new AuthenticationHeaderValue("token", options.Token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (version is not null) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        if (body is { } bytes)
        {
            request.Content = new ReadOnlyMemoryContent(bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return request;
    }

    private void RefuseWhatMayHelpLater(HttpStatusCode status, HttpMethod method, string path)
    {
        if (status == HttpStatusCode.Unauthorized)
        {
            throw Unavailable(
                $"refuses the token of {options.Account} (401); make a new one under Settings, Auth tokens");
        }

        if ((int)status is >= 500 or 408 or 429)
            throw Unavailable($"answered {method} {path} with {(int)status}");
    }

    private JsonElement Json(byte[] bytes, HttpStatusCode status)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException error)
        {
            // A page of a proxy or a login form stands where the answer should.
            if ((int)status < 300) throw Unavailable("answered with something that is not JSON", error);
            return default;
        }
    }

    private DeskUnavailableException Unavailable(string says, Exception? error = null) =>
        new($"Request Tracker {options.Connection} {says}", error);
}
