using System.Text.Json;
using ItsmAi.Connectors.Notifications;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Obligations.Owners;

namespace ItsmAi.Connectors.Tests.Notifications;

public sealed class TeamsChannelTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_is_what_a_workflow_takes()
    {
        await using var hook = new ScriptedHook();
        using var http = new HttpClient();

        Assert.IsType<Delivery.Taken>(await Channel(http, hook.Address).Send(Some.Message("do it", "and this"), Stop));

        var (headers, body) = Assert.Single(hook.Heard);
        Assert.Equal("application/json", headers["Content-Type"]);
        using var json = JsonDocument.Parse(body);
        Assert.Equal("message", json.RootElement.GetProperty("type").GetString());
        var attachment = json.RootElement.GetProperty("attachments")[0];
        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.GetProperty("contentType").GetString());
        var card = attachment.GetProperty("content");
        Assert.Equal(("AdaptiveCard", "1.4"), (card.GetProperty("type").GetString(), card.GetProperty("version").GetString()));
        Assert.Equal(3, card.GetProperty("body").GetArrayLength());
        Assert.Equal("https://itsmai.example.org/inbox", card.GetProperty("actions")[0].GetProperty("url").GetString());
    }

    [Fact]
    public void What_a_ticket_says_stands_in_runs_that_know_no_markup()
    {
        const string Hostile = "[click](https://evil.example) <at>everyone</at> \"},{\"type\":\"Action.OpenUrl\"";

        using var json = JsonDocument.Parse(TeamsCard.Write(Some.Message(Hostile)));

        var body = json.RootElement.GetProperty("attachments")[0].GetProperty("content").GetProperty("body");
        Assert.All(body.EnumerateArray(), block => Assert.Equal("RichTextBlock", block.GetProperty("type").GetString()));
        var runs = body[1].GetProperty("inlines");
        Assert.All(runs.EnumerateArray(), run => Assert.Equal("TextRun", run.GetProperty("type").GetString()));
        Assert.Equal($" · {Hostile}", runs[1].GetProperty("text").GetString());
    }

    [Fact]
    public void However_much_is_owed_the_card_is_small_enough()
    {
        var long20 = Enumerable.Repeat(string.Concat(Enumerable.Repeat("🖨", 200)), NoticeMessage.MostLines).ToArray();

        var card = TeamsCard.Write(Some.Message(long20) with { More = 5 });

        Assert.InRange(card.Length, 10_000, 28_000);
        using var json = JsonDocument.Parse(card);
        var body = json.RootElement.GetProperty("attachments")[0].GetProperty("content").GetProperty("body");
        var shown = body.GetArrayLength() - 2;
        Assert.Equal($"and {25 - shown} more", body[shown + 1].GetProperty("inlines")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(500, null, "Again", null)]
    [InlineData(503, "120", "Again", 120)]
    [InlineData(429, "30", "Again", 30)]
    [InlineData(408, null, "Again", null)]
    [InlineData(400, null, "Never", null)]
    [InlineData(404, null, "Never", null)]
    [InlineData(302, null, "Never", null)]
    public async Task Whether_another_try_may_help_is_read_from_the_answer(int status, string? after, string expected, int? seconds)
    {
        await using var hook = new ScriptedHook((status, after));
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);

        var delivery = await Channel(http, hook.Address).Send(Some.Message("x"), Stop);

        Assert.Equal(expected, delivery.GetType().Name);
        Assert.Contains($"{status}", $"{delivery}", StringComparison.Ordinal);
        Assert.DoesNotContain("hook", $"{delivery}", StringComparison.Ordinal);
        Assert.Equal(seconds, (int?)(delivery as Delivery.Again)?.After?.TotalSeconds);
    }

    [Fact]
    public async Task What_does_not_answer_in_time_is_asked_again()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        using var http = new HttpClient();
        var address = new Uri($"http://{silent.LocalEndpoint}/secret-path");

        var delivery = await new TeamsChannel(http, address, TimeSpan.FromMilliseconds(300), TimeProvider.System)
            .Send(Some.Message("x"), Stop);

        Assert.Contains("did not answer", Assert.IsType<Delivery.Again>(delivery).Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_a_workflow_of_their_own_needs_no_shared_one()
    {
        using var http = new HttpClient();
        var kim = new KnownPerson(new Person("kim"));

        Assert.False(Channel(http, null).Reaches(kim));
        Assert.True(Channel(http, null).Reaches(kim with { Teams = new Uri("https://example.org/flow") }));
        Assert.True(Channel(http, new Uri("https://example.org/flow")).Reaches(kim));
    }

    private static TeamsChannel Channel(HttpClient http, Uri? shared) => new(http, shared, TimeSpan.FromSeconds(10), TimeProvider.System);
}
