using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Access.SignIn;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Files;

namespace ItsmAi.Hosting.Tests.Access.SignIn;

public sealed class PlatformSignInTests
{
    private static readonly Uri Site = new("https://itsmai.example.org/");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("approver")]
    [InlineData("ItsmAi.Approver")]
    public async Task A_person_with_the_role_comes_in_under_their_own_name(string role)
    {
        var admission = await Ask(Right.AnswerDecisions, Person(("roles", role)));

        var caller = Assert.IsType<Admission.Admitted>(admission).Caller;
        Assert.Equal(("kim@example.org", Role.Approver, false), (caller.Person.Account, caller.Role, caller.IsApplication));
    }

    [Fact]
    public async Task Roles_are_read_by_the_kind_that_the_header_names_and_each_counts()
    {
        var header = Person(("the-role", "viewer"), ("roles", "ItsmAi.PolicyOwner"), ("groups", "approver"));

        Assert.IsType<Admission.Admitted>(await Ask(Right.See, header));
        Assert.IsType<Admission.Admitted>(await Ask(Right.ActivatePolicy, header));
        Assert.Equal(403, Status(await Ask(Right.AnswerDecisions, header)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Approver")]
    [InlineData("itsmai.approver")]
    [InlineData("ItsmAi.approver")]
    [InlineData("administrator")]
    public async Task Without_a_role_of_ours_it_is_403(string role) =>
        Assert.Equal(403, Status(await Ask(Right.See, Person(("roles", role)))));

    [Fact]
    public async Task The_claim_that_the_header_names_is_the_name_where_there_is_no_user_name()
    {
        var admission = await Ask(Right.Stop, Principals.Header(("name", "Kim"), ("scp", "access"), ("roles", "operator")));

        Assert.Equal("Kim", Assert.IsType<Admission.Admitted>(admission).Caller.Person.Account);
    }

    [Fact]
    public async Task An_application_looks_and_writes_nothing()
    {
        string[] headers =
        [
            Principals.Header(("appid", "6f0c"), ("roles", "approver"), ("roles", "operator")),
            Principals.Header(("idtyp", "app"), ("name", "Kim"), ("roles", "approver"), ("roles", "operator")),
            Principals.Header(("idtyp", "app"), ("preferred_username", "kim@example.org"), ("scp", "x"), ("roles", "approver"), ("roles", "operator")),
            Principals.Header(("name", "Kim"), ("roles", "approver"), ("roles", "operator")),
        ];

        foreach (var header in headers)
        {
            Assert.IsType<Admission.Admitted>(await Ask(Right.See, header));
            foreach (var right in new[] { Right.AnswerDecisions, Right.Stop, Right.Resume, Right.SettleDeadLetters })
                Assert.Equal(403, Status(await Ask(right, header)));
        }
    }

    [Fact]
    public async Task What_is_no_principal_is_the_same_401()
    {
        var good = Person(("roles", "approver"));
        string[] wrong =
        [
            "", "nonsense!", $"{good},{good}", good[..^3], Principals.Encode("[]"), Principals.Encode("null"), Principals.Encode("{}"),
            Principals.Encode("""{"claims":[null]}"""), Principals.Encode("""{"claims":[{"typ":"roles"}]}"""),
            Principals.Encode("""{"claims":[{"typ":"roles","val":"approver"}],"claims":[]}"""),
            Principals.Encode("""{"claims":[{"typ":"roles","val":7}]}"""), Principals.Encode("""{"claims":"roles"}"""),
            Principals.Encode("{\"claims\":[{\"typ\":\"preferred_username\",\"val\":\"\\ud800\"}]}"),
            Principals.Header(("preferred_username", "kim"), ("preferred_username", "bo"), ("roles", "approver")),
            Principals.Header(("preferred_username", " "), ("roles", "approver")),
            Principals.Header(("preferred_username", "its\u200bmai"), ("roles", "approver")),
            Principals.Header(("preferred_username", new string('k', 101)), ("roles", "approver")),
            Principals.Header(("scp", "access"), ("roles", "approver")),
            Person(("roles", "approver"), ("groups", new string('g', ClientPrincipal.Longest))),
        ];

        foreach (var header in wrong)
        {
            var refused = Assert.IsType<Admission.Refused>(await Ask(Right.AnswerDecisions, header));
            Assert.True(refused.Answer.Status == 401, $"{refused.Answer.Status} for {header[..Math.Min(header.Length, 60)]}");
        }
    }

    [Fact]
    public async Task Another_site_writes_nothing_in_a_persons_name()
    {
        var header = Person(("roles", "approver"));

        Assert.Equal(403, Status(await Ask(Right.AnswerDecisions, header, ("Origin", "https://evil.example"))));
        Assert.Equal(403, Status(await Ask(Right.AnswerDecisions, header, ("Origin", "null"))));
        Assert.IsType<Admission.Admitted>(await Ask(Right.AnswerDecisions, header, ("Origin", "https://itsmai.example.org")));
        Assert.IsType<Admission.Admitted>(await Ask(Right.See, header, ("Origin", "https://evil.example")));
    }

    [Fact]
    public async Task Beside_the_sign_in_tokens_still_work_and_without_it_the_header_is_nothing()
    {
        var (token, both) = await With(async tokens =>
        {
            var secret = await tokens.Create("bo", Role.Approver, null, Stop);
            var admit = new Admit(tokens, SignIn());
            return (
                await admit.To(Right.AnswerDecisions, Call(("Authorization", $"Bearer {secret}")), Stop),
                await new Admit(tokens).To(Right.See, Call((PlatformSignIn.Header, Person(("roles", "approver")))), Stop));
        });

        Assert.Equal("bo", Assert.IsType<Admission.Admitted>(token).Caller.Person.Account);
        Assert.Equal(401, Status(both));
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("true", true)]
    [InlineData("False", false)]
    [InlineData("1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void It_is_there_where_the_platform_says_so(string? value, bool there) =>
        Assert.Equal(there, PlatformSignIn.From(name => name == "WEBSITE_AUTH_ENABLED" ? value : null, Site) is not null);

    private static PlatformSignIn SignIn() => PlatformSignIn.From(_ => "True", Site)!;

    private static string Person(params (string Kind, string Value)[] more) =>
        Principals.Header([("preferred_username", "kim@example.org"), ("scp", "access"), .. more]);

    private static int Status(Admission admission) => Assert.IsType<Admission.Refused>(admission).Answer.Status;

    private static Task<Admission> Ask(Right right, string principal, params (string Name, string Value)[] headers) =>
        With(tokens => new Admit(tokens, SignIn()).To(right, Call([(PlatformSignIn.Header, principal), .. headers]), Stop));

    private static WebCall Call(params (string Name, string Value)[] headers)
    {
        var none = new Dictionary<string, string>();
        return new WebCall(
            "POST", "/api/x", none, none, headers.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase), default);
    }

    private static async Task<T> With<T>(Func<AccessTokens, Task<T>> test)
    {
        using var folder = new Folder();
        await using var data = await DataFolder.OpenOrMake(folder.PathOf("data"), new(), TimeProvider.System, Stop);
        return await test(new AccessTokens(data.Records, TimeProvider.System));
    }
}
