using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Fakes;
using ItsmAi.Hosting.Tests.Files;

namespace ItsmAi.Hosting.Tests.Access;

public sealed class AdmitTests
{
    private readonly ManualClock _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_token_lets_its_owner_in() => await With(async (tokens, _) =>
    {
        var secret = await tokens.Create("bo", Role.Approver, null, Stop);

        var admitted = Assert.IsType<Admission.Admitted>(await Ask(tokens, Right.AnswerDecisions, $"Bearer {secret}"));

        Assert.Equal(("bo", Role.Approver), (admitted.Caller.Person.Account, admitted.Caller.Role));
        Assert.StartsWith("itsmai_", secret, StringComparison.Ordinal);
        Assert.Equal("itsmai_".Length + 43, secret!.Length);
    });

    [Fact]
    public async Task Whatever_is_wrong_with_a_token_the_answer_is_the_same() => await With(async (tokens, _) =>
    {
        var expired = await tokens.Create("old", Role.Viewer, TimeSpan.FromDays(1), Stop);
        var revoked = await tokens.Create("gone", Role.Viewer, null, Stop);
        Assert.True(await tokens.Revoke("gone", Stop));
        await _clock.Advance(TimeSpan.FromDays(1));
        string?[] headers =
        [
            null, "", "Bearer", "Bearer ", "Basic Ym86Ym8=", "Bearer nonsense", $"Bearer {expired}", $"Bearer {revoked}",
            $"Bearer {expired}x", $"Bearer {expired}, Bearer {expired}", "Bearer \u202e\0", expired,
        ];

        foreach (var header in headers)
        {
            var refused = Assert.IsType<Admission.Refused>(await Ask(tokens, Right.See, header));
            Assert.Equal(401, refused.Answer.Status);
            Assert.Equal("""{"error":"authorization: send \u0022Bearer\u0022 and a token that is good"}""", Text(refused.Answer));
            Assert.Equal("Bearer", refused.Answer.Headers["WWW-Authenticate"]);
        }
    });

    [Fact]
    public async Task A_token_is_good_until_the_moment_it_expires() => await With(async (tokens, _) =>
    {
        var secret = await tokens.Create("bo", Role.Viewer, TimeSpan.FromDays(90), Stop);
        await _clock.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await tokens.Find(secret!, Stop));
        await _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await tokens.Find(secret!, Stop));
    });

    [Fact]
    public async Task Who_may_not_is_told_which_role_may() => await With(async (tokens, _) =>
    {
        var secret = await tokens.Create("vi", Role.Viewer, null, Stop);

        var refused = Assert.IsType<Admission.Refused>(await Ask(tokens, Right.AnswerDecisions, $"bearer {secret}"));

        Assert.Equal(403, refused.Answer.Status);
        Assert.Contains("viewer may not do this; it takes approver", Text(refused.Answer), StringComparison.Ordinal);
    });

    [Fact]
    public async Task Nothing_that_is_kept_gives_the_secret_away() => await With(async (tokens, data) =>
    {
        var secret = await tokens.Create("bo", Role.Viewer, null, Stop);

        await foreach (var record in data.Records.Read("tokens", "tokens", null, null, Stop))
        {
            Assert.DoesNotContain(secret!["itsmai_".Length..], record.Key + System.Text.Encoding.UTF8.GetString(record.Content.Span), StringComparison.Ordinal);
        }
    });

    [Fact]
    public async Task A_name_is_given_once_until_it_is_revoked() => await With(async (tokens, _) =>
    {
        var first = await tokens.Create("bo", Role.Viewer, null, Stop);
        Assert.Null(await tokens.Create("bo", Role.Approver, null, Stop));
        Assert.Equal(Role.Viewer, (await tokens.Find(first!, Stop))!.Role);

        Assert.True(await tokens.Revoke("bo", Stop));
        Assert.False(await tokens.Revoke("bo", Stop));
        Assert.NotNull(await tokens.Create("bo", Role.Approver, null, Stop));
    });

    private static string Text(WebAnswer answer) => System.Text.Encoding.UTF8.GetString(answer.Body.Span);

    private static Task<Admission> Ask(AccessTokens tokens, Right right, string? header)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (header is not null) headers["authorization"] = header;
        var none = new Dictionary<string, string>();
        return new Admit(tokens).To(right, new WebCall("GET", "/api/decisions", none, none, headers, default), Stop);
    }

    private async Task With(Func<AccessTokens, DataFolder, Task> test)
    {
        using var folder = new Folder();
        await using var data = await DataFolder.OpenOrMake(folder.PathOf("data"), new(), _clock, Stop);
        await test(new AccessTokens(data.Records, _clock), data);
    }
}
