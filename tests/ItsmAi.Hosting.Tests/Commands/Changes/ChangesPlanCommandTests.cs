using ItsmAi.Hosting.Commands;
using ItsmAi.Hosting.Tests.Fakes;

namespace ItsmAi.Hosting.Tests.Commands.Changes;

public sealed class ChangesPlanCommandTests
{
    // A Monday, far from the freezes of the example.
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_disk_that_will_be_full_gets_its_standard_change_before_it_is()
    {
        var (exit, output, _) = await Run("--condition", "disk-full", "--item", "db-1", "--class", "server", "--fails-at", "2026-03-06T12:00:00Z");

        Assert.Equal(0, exit);
        Assert.Contains("disk-extension v1, Standard, 2026-03-05 11:00 UTC to 2026-03-05 12:00 UTC", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_pre_authorised_names_who_approves_it_and_by_when()
    {
        var (exit, output, _) = await Run(
            "--condition", "certificate-expired", "--item", "www", "--class", "certificate", "--fails-at", "2026-03-20T00:00:00Z", "--json");

        Assert.Equal(1, exit);
        Assert.Contains("\"path\": \"Normal", output, StringComparison.Ordinal);
        Assert.Contains("\"decisionDue\": \"2026-03-1", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-02T12:00:00Z", "no safe start left")]
    [InlineData("2026-12-24T00:00:00Z", "disk-extension v1")]
    public async Task What_comes_too_soon_is_for_people_and_a_freeze_is_gone_round(string failsAt, string says)
    {
        var (_, output, _) = await Run("--condition", "disk-full", "--item", "db-1", "--class", "server", "--fails-at", failsAt);

        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_no_model_prevents_is_a_finding()
    {
        var (exit, output, _) = await Run("--condition", "flood", "--item", "db-1", "--class", "server", "--fails-at", "2026-03-20T00:00:00Z");

        Assert.Equal(1, exit);
        Assert.Contains("no change model prevents it", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_is_none_is_named()
    {
        var (exit, _, error) = await Run("--condition", "flood", "--item", "db-1", "--class", "server", "--fails-at", "soon");

        Assert.Equal(2, exit);
        Assert.Contains("--fails-at \"soon\"", error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        string[] all =
        [
            "changes", "plan", "--catalogue", Path.Combine(Repository.Root, "policy/changes.yaml"), "--freezes", Path.Combine(Repository.Root, "policy/freezes.yaml"), .. arguments,
        ];
        var exit = await Cli.Run(all, output, error, new ManualClock(Now), Stop);
        return (exit, output.ToString(), error.ToString());
    }
}
