using System.Net.NetworkInformation;
using System.Text;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Tests.Fakes;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.Tests.CustomHandler;

public sealed class CustomHandlerHostTests
{
    private const string Handled = """{"Outputs":{},"Logs":[],"ReturnValue":null}""";

    private readonly FakeHouse _house = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_ready_before_anything_heavy_is_loaded()
    {
        var loaded = new TaskCompletionSource<House>();
        await using var handler = HandlerProcess.Start(_ => loaded.Task);

        Assert.Contains("custom handler", await handler.Client.GetStringAsync("/", Stop), StringComparison.Ordinal);

        var waiting = handler.Post("/handle-ticket", Envelope("\"one\""), Stop);
        Assert.False(waiting.IsCompleted);
        loaded.SetResult(_house.Build());
        Assert.Equal((200, Handled, "application/json"), await waiting);
    }

    [Fact]
    public async Task It_listens_on_loopback_alone()
    {
        await using var handler = HandlerProcess.Start(_house);
        await handler.Client.GetStringAsync("/", Stop);

        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(end => end.Port == handler.Port).Select(end => end.Address.ToString());

        Assert.Equal(["127.0.0.1"], listening);
    }

    [Fact]
    public async Task A_forwarded_request_reaches_its_reaction_byte_by_byte()
    {
        _house.OnCall = (_, _) => Task.FromResult(WebAnswer.Empty(204).With("X-Own", "kept"));
        await using var handler = HandlerProcess.Start(_house);
        byte[] body = [0x7b, 0x00, 0xff, 0xfe, 0x0d, 0x0a, 0x7d];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tickets/rt-main%2Fx?code=a%26b&again=1&again=2")
        {
            Content = new ByteArrayContent(body),
        };
        request.Headers.Add("X-Signature", "sha256=00");

        using var answer = await handler.Client.SendAsync(request, Stop);

        var call = Assert.Single(_house.Calls);
        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Equal("kept", Assert.Single(answer.Headers.GetValues("X-Own")));
        Assert.Equal(body, call.Body.ToArray());
        Assert.Equal("rt-main/x", call.RouteValues["connection"]);
        Assert.Equal(("a&b", "1"), (call.Query["code"], call.Query["again"]));
        Assert.Equal("sha256=00", call.Headers["x-signature"]);
        Assert.Equal("/api/tickets/rt-main%2Fx", call.Path);
    }

    [Theory]
    [InlineData("GET", "/api/decisions/d1", 202, "id=d1")]
    [InlineData("POST", "/api/decisions/d1/approve", 202, "id=d1 answer=approve")]
    [InlineData("GET", "/API/Health", 202, "")]
    [InlineData("DELETE", "/api/health", 405, "method: DELETE")]
    [InlineData("GET", "/api/decisions/d1/approve", 405, "use POST")]
    [InlineData("GET", "/api/nothing", 404, "/api/nothing")]
    [InlineData("GET", "/handle-ticket", 404, "/handle-ticket")]
    [InlineData("POST", "/nothing", 404, "nothing")]
    [InlineData("POST", "/health", 404, "must forward")]
    [InlineData("GET", "/api/../api/health", 202, "")]
    public async Task A_path_leads_where_its_route_says(string method, string path, int status, string says)
    {
        await using var handler = HandlerProcess.Start(_house);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await handler.Client.SendAsync(request, Stop);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_a_mebibyte_never_reaches_a_reaction(bool chunked)
    {
        await using var handler = HandlerProcess.Start(_house);
        foreach (var (size, status) in new[] { (BodyReader.Limit, 202), (BodyReader.Limit + 1, 413) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tickets/rt")
            {
                Content = new ByteArrayContent(new byte[size]),
            };
            request.Headers.TransferEncodingChunked = chunked;
            using var answer = await handler.Client.SendAsync(request, Stop);
            Assert.Equal(status, (int)answer.StatusCode);
        }

        Assert.Equal(BodyReader.Limit, Assert.Single(_house.Calls).Body.Length);
    }

    [Fact]
    public async Task A_store_that_is_down_at_the_start_is_asked_again_by_the_next_call()
    {
        var tries = 0;
        await using var handler = HandlerProcess.Start(_ =>
            tries++ == 0 ? throw new StoreUnavailableException("not yet") : Task.FromResult(_house.Build()));

        Assert.Equal(503, (await handler.Post("/handle-ticket", Envelope("\"one\""), Stop)).Status);
        Assert.Equal(200, (await handler.Post("/handle-ticket", Envelope("\"one\""), Stop)).Status);
        Assert.False(handler.Exit.IsCompleted);
    }

    [Fact]
    public async Task What_can_never_be_composed_ends_the_process_with_its_reason()
    {
        await using var handler = HandlerProcess.Start(_ => throw new FormatException("policy: \"x\" is no policy"));

        await handler.Client.GetStringAsync("/", Stop);

        Assert.Equal(1, await handler.Exit.WaitAsync(TimeSpan.FromSeconds(20), Stop));
        Assert.Contains("policy: \"x\" is no policy", handler.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_a_web_reaction_is_a_500_that_says_nothing_of_it()
    {
        _house.OnCall = (_, _) => throw new InvalidOperationException("secret detail");
        await using var handler = HandlerProcess.Start(_house);

        using var answer = await handler.Client.GetAsync(new Uri("/api/health", UriKind.Relative), Stop);

        Assert.Equal(500, (int)answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("secret detail", handler.Log.ToString(), StringComparison.Ordinal);
    }

    private static byte[] Envelope(string message) =>
        Encoding.UTF8.GetBytes($$$"""{"Data":{"message":{{{message}}}},"Metadata":{}}""");
}
