using System.Text;
using System.Text.Json;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Commands.Policy;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.Tests.Reactions;

public sealed class PoliciesAskedTests : IAsyncLifetime
{
    private readonly PolicyDesk _desk = new();
    private readonly Dictionary<string, string> _secrets = [];
    private DataFolder _data = null!;
    private House _house = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Meek => PolicyDesk.VersionOf(PolicyDesk.Meek);

    private static string Bold => PolicyDesk.VersionOf(PolicyDesk.Bold);

    public async ValueTask InitializeAsync()
    {
        await _desk.Start(PolicyDesk.Meek);
        await _desk.Decide(PolicyDesk.Meek, count: 3);
        _data = await DataFolder.OpenOrMake(_desk.Data, new(), _desk.Clock, Stop);
        var tokens = new AccessTokens(_data.Records, _desk.Clock);
        foreach (var name in new[] { "ana", "ben", "cleo" }) _secrets[name] = (await tokens.Create(name, Role.PolicyOwner, null, Stop))!;
        _secrets["vi"] = (await tokens.Create("vi", Role.Approver, null, Stop))!;
        _house = await Composition.Alone(_data, new ItsmAiConfiguration { Policy = PolicyDesk.Meek }, TextWriter.Null, _desk.Clock, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync();
        _desk.Dispose();
    }

    [Fact]
    public async Task Somebody_else_approves_what_was_put_forward_and_health_names_it()
    {
        Assert.Contains($"\"policy\":\"{Meek}\"", (await Ask(_house.HealthAsked, null)).Says, StringComparison.Ordinal);

        var (status, says) = await Ask(_house.PolicyProposed, "ana", PolicyDesk.Bold);
        using var proposed = JsonDocument.Parse(says);
        Assert.Equal((201, Bold), (status, proposed.RootElement.GetProperty("version").GetString()));
        Assert.Equal(3, proposed.RootElement.GetProperty("replay").GetProperty("flips").GetInt32());

        Assert.Equal(409, (await Ask(_house.PolicyApproved, "ana", version: Bold)).Status);
        Assert.Equal(200, (await Ask(_house.PolicyApproved, "ben", version: Bold)).Status);
        Assert.Contains($"\"policy\":\"{Bold}\"", (await Ask(_house.HealthAsked, null)).Says, StringComparison.Ordinal);
        using var listed = JsonDocument.Parse((await Ask(_house.PoliciesListed, "vi")).Says);
        Assert.Equal(Bold, listed.RootElement.GetProperty("active").GetString());
        Assert.Equal(2, listed.RootElement.GetProperty("policies").GetArrayLength());
    }

    [Fact]
    public async Task A_protected_class_takes_two()
    {
        const string Guarded = PolicyDesk.Bold + "protected: [vpn]\n";
        await Ask(_house.PolicyProposed, "ana", Guarded);
        var version = PolicyDesk.VersionOf(Guarded);

        Assert.Equal(202, (await Ask(_house.PolicyApproved, "ben", version: version)).Status);
        Assert.Contains("\"approvals\":[\"ben\"]", (await Ask(_house.PoliciesListed, "vi")).Says, StringComparison.Ordinal);
        Assert.Equal(200, (await Ask(_house.PolicyApproved, "cleo", version: version)).Status);
    }

    [Fact]
    public async Task Who_may_not_is_refused()
    {
        Assert.Equal(401, (await Ask(_house.PoliciesListed, null)).Status);
        Assert.Equal(401, (await Ask(_house.PolicyProposed, null, PolicyDesk.Bold)).Status);
        Assert.Equal(403, (await Ask(_house.PolicyProposed, "vi", PolicyDesk.Bold)).Status);
        Assert.Equal(403, (await Ask(_house.PolicyApproved, "vi", version: Bold)).Status);
    }

    [Theory]
    [InlineData("version: 1\nowner: kim\nrulez: []\n", "line 3, column 1: rulez")]
    [InlineData("", "line 1, column 1: the file is empty")]
    [InlineData("\u0000", "line 1")]
    public async Task A_text_that_is_no_policy_is_400_with_its_place(string body, string says)
    {
        var told = await Ask(_house.PolicyProposed, "ana", body);

        Assert.Equal(400, told.Status);
        Assert.Contains(says, told.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("../../x")]
    public async Task An_unknown_version_is_404(string version) =>
        Assert.Equal(404, (await Ask(_house.PolicyApproved, "ben", version: version)).Status);

    private async Task<(int Status, string Says)> Ask(WebReaction reaction, string? caller, string body = "", string? version = null)
    {
        var none = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (caller is not null) headers["Authorization"] = $"Bearer {_secrets[caller]}";
        var route = version is null ? none : new Dictionary<string, string> { ["version"] = version };
        var answer = await reaction(new WebCall("POST", "/api/policies", route, none, headers, Encoding.UTF8.GetBytes(body)), Stop);
        return (answer.Status, Encoding.UTF8.GetString(answer.Body.Span));
    }
}
