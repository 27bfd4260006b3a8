using System.Net;
using System.Text.Json;
using ItsmAi.Hosting.Access;

namespace ItsmAi.Hosting.Tests.Reactions;

public sealed class AutonomyAskedTests(ActingDesk desk) : IClassFixture<ActingDesk>
{
    [Fact]
    public async Task What_has_been_earned_is_shown_with_n_and_interval_to_whoever_has_a_token()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Ask(HttpMethod.Get, "api/autonomy", role: null)).Status);
        var (status, says) = await desk.Ask(HttpMethod.Get, "api/autonomy", Role.Viewer);

        Assert.Equal(HttpStatusCode.OK, status);
        using var json = JsonDocument.Parse(says);
        Assert.Contains(json.RootElement.EnumerateArray(), one => one.GetProperty("level").GetString() == "Auto");
        Assert.All(json.RootElement.EnumerateArray(), one => Assert.True(one.TryGetProperty("missing", out _)));
    }

    [Theory]
    [InlineData("approve", null, "waits for nobody")]
    [InlineData("reject", """{"reason":"not yet"}""", "waits for nobody")]
    [InlineData("reject", "{}", "send")]
    [InlineData("adopt", null, "there are approve and reject")]
    public async Task What_cannot_be_answered_says_why(string answer, string? body, string expected)
    {
        var (status, says) = await desk.Ask(HttpMethod.Post, $"api/autonomy/1-beef/{answer}", Role.Approver, body);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(expected, says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_answers_no_proposal() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Ask(HttpMethod.Post, "api/autonomy/1-beef/approve", Role.Viewer)).Status);

    [Fact]
    public async Task The_page_shows_levels_with_the_numbers_that_they_rest_on()
    {
        var (status, says) = await desk.Ask(HttpMethod.Get, "autonomy", Role.Viewer);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("done by itself", says, StringComparison.Ordinal);
        Assert.Contains("Right the first time", says, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", says, StringComparison.OrdinalIgnoreCase);
    }
}
