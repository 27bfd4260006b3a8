using System.Net;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Fakes;
using ItsmAi.Hosting.Tests.Files;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.Tests.Standalone;

public sealed class StandaloneHostTests
{
    private readonly FakeHouse _house = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_paths_are_answered_as_under_the_functions_host() => await With(new(), async client =>
    {
        Assert.Equal("id=d1 answer=undo", await Text(client, HttpMethod.Post, "/api/decisions/d1/undo", 202));
        Assert.Contains("405", await Text(client, HttpMethod.Get, "/api/tickets/rt", 405) + "405", StringComparison.Ordinal);
        Assert.Contains("nothing", await Text(client, HttpMethod.Post, "/handle-ticket", 404), StringComparison.Ordinal);
    });

    [Fact]
    public async Task The_first_page_is_the_one_it_was_given() =>
        await With(
            new() { FirstPage = _ => (call, _) => Task.FromResult(WebAnswer.Html(200, $"<p>{call.Query["day"]}")) },
            async client => Assert.Equal("<p>today", await Text(client, HttpMethod.Get, "/?day=today", 200)));

    [Theory]
    [InlineData("evil.example", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("localhost", 202)]
    [InlineData("[::1]:9", 202)]
    public async Task Only_names_of_this_machine_are_answered(string host, int status) => await With(new(), async client =>
    {
        client.DefaultRequestHeaders.Host = host;
        await Text(client, HttpMethod.Get, "/api/health", status);
    });

    [Fact]
    public async Task Behind_a_proxy_every_name_is_answered() => await With(new() { AllowRemote = true }, async client =>
    {
        client.DefaultRequestHeaders.Host = "itsmai.example";
        await Text(client, HttpMethod.Get, "/api/health", 202);
    });

    [Fact]
    public async Task A_request_under_way_is_answered_before_it_stops()
    {
        var begun = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        _house.OnCall = async (_, _) =>
        {
            begun.SetResult();
            await go.Task;
            return WebAnswer.Text(200, "done");
        };
        Task<string> answer = Task.FromResult("");
        await With(new(), async client =>
        {
            answer = Text(client, HttpMethod.Get, "/api/health", 200);
            await begun.Task;
            go.SetResult();
            await answer;
        });

        Assert.Equal("done", await answer);
    }

    private static async Task<string> Text(HttpClient client, HttpMethod method, string path, int status)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await client.SendAsync(request, Stop);
        Assert.Equal(status, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private async Task With(StandaloneOptions options, Func<HttpClient, Task> test)
    {
        using var folder = new Folder();
        await using var data = await DataFolder.OpenOrMake(folder.PathOf("data"), new(), TimeProvider.System, Stop);
        await using var host = await StandaloneHost.Start(
            TriggerCatalogue.All, _house.Build(), data, [new IPEndPoint(IPAddress.Loopback, 0)], options,
            TextWriter.Null, TimeProvider.System, Stop);
        using var client = new HttpClient { BaseAddress = new Uri(Assert.Single(host.Addresses)) };
        await test(client);
    }
}
