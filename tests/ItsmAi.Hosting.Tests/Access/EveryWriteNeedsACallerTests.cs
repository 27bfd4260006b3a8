using System.Net;
using ItsmAi.Hosting.Tests.Reactions;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.Tests.Access;

/// <summary>Walks every web function that changes something.</summary>
public sealed class EveryWriteNeedsACallerTests(ProposingDesk desk) : IClassFixture<ProposingDesk>
{
    /// <summary>A desk signs what it sends, a monitor bears its own token, and a requester has the key of one decision.</summary>
    private static readonly string[] ByOtherMeans = ["receive-ticket", "receive-alert", "receive-signals", "take-appeal"];

    public static TheoryData<string> Writes() =>
    [
        .. TriggerCatalogue.All.OfType<Trigger.Webhook>()
            .Where(webhook => webhook.Method == "POST" && !ByOtherMeans.Contains(webhook.Name)).Select(webhook => webhook.Name),
    ];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Without_a_caller_it_is_401(string name)
    {
        var webhook = TriggerCatalogue.All.OfType<Trigger.Webhook>().Single(one => one.Name == name);
        var path = $"api/{System.Text.RegularExpressions.Regex.Replace(webhook.Route, @"\{\w+\}", "stop")}";

        foreach (var secret in new[] { null, "", "nonsense" })
        {
            var (status, says) = await desk.Ask(HttpMethod.Post, path, secret, """{"reason":"x"}""", Spoofed);
            Assert.True(status == HttpStatusCode.Unauthorized, $"{name}: {status} {says}");
        }
    }

    [Theory]
    [InlineData("api/decisions")]
    [InlineData("api/decisions/1-beef")]
    public async Task Alone_the_platforms_header_is_not_looked_at(string path) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Ask(HttpMethod.Get, path, secret: null, body: null, Spoofed)).Status);

    private static (string Name, string Value)[] Spoofed =>
        [("X-MS-CLIENT-PRINCIPAL", SignIn.Principals.Header(("preferred_username", "kim@example.org"), ("roles", "operator"), ("scp", "access")))];
}
