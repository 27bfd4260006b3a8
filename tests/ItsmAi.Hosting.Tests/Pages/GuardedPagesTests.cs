using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties.Reviewing;
using ItsmAi.Governance.Policy;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Pages;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Fakes;
using ItsmAi.Hosting.Tests.Files;

namespace ItsmAi.Hosting.Tests.Pages;

public sealed class GuardedPagesTests
{
    private readonly ManualClock _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Approver, "/decisions/1-abc", 200, 7)]
    [InlineData(Role.Viewer, "/decisions/1-abc", 200, 0)]
    [InlineData(Role.Approver, "/decisions/1-abc", 404, 0)]
    [InlineData(Role.Approver, "/", 200, 0)]
    public async Task A_page_that_an_approver_opens_counts_as_seen(Role role, string path, int status, double seconds)
    {
        using var folder = new Folder();
        await using var data = await DataFolder.OpenOrMake(folder.PathOf("data"), new(), _clock, Stop);
        var tokens = new AccessTokens(data.Records, _clock);
        var secret = await tokens.Create("bo", role, null, Stop);
        var reviewers = new Reviewers(data.Records);
        var pages = new GuardedPages((_, _) => Task.FromResult(WebAnswer.Text(status, "")), new Admit(tokens), reviewers, _clock);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Authorization"] = $"Bearer {secret}" };
        var none = new Dictionary<string, string>();

        Assert.Equal(status, (await pages.Answer(new WebCall("GET", path, none, none, headers, default), Stop)).Status);

        await _clock.Advance(TimeSpan.FromSeconds(7));
        var record = await reviewers.Answered(
            new Person("bo"), "1-abc", approved: true, _clock.GetUtcNow(), new BrakeSettings(), Stop);
        Assert.Equal(seconds, Assert.Single(record.Answers).Seconds);
    }
}
