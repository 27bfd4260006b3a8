using ItsmAi.Connectors.Policies;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;
using ItsmAi.Hosting.Commands;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Files;

namespace ItsmAi.Hosting.Tests.Commands;

public sealed class StopCommandTests : IDisposable
{
    private readonly Folder _folder = new();

    private string Kept => _folder.PathOf("data");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Anybody_stops_and_only_the_authority_lets_it_go_on()
    {
        await Start();

        Assert.Equal((0, "everything is stopped\n", ""), await Run("stop --by kim --reason odd"));
        var (exit, _, says) = await Run("resume --by kim --reason fine");
        Assert.Equal(2, exit);
        Assert.Contains("by: \"kim\" is refused: only lead may let automation go on", says, StringComparison.Ordinal);
        Assert.Equal((0, "nothing is stopped\n", ""), await Run("resume --by lead --reason fine"));
    }

    [Theory]
    [InlineData("stop --by itsmai --reason x")]
    [InlineData("stop --by RT-Bot --reason x")]
    [InlineData("resume --by itsmai --reason x")]
    [InlineData("drill --by rt-bot")]
    [InlineData("obligations dispose o1 --as done --by itsmai")]
    public async Task An_AI_identity_is_refused_by_every_command_that_writes_governance(string line)
    {
        await Start();

        var (exit, output, says) = await Run(line);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("an AI identity may not do this", says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drill_reports_what_it_saw()
    {
        await Start();

        var (exit, output, _) = await Run("drill --by lead");
        var json = await Run("drill --by lead --json");

        Assert.Equal(0, exit);
        Assert.Contains("10 of 10 actions refused, 0 of 0 obligations lost, 0 messages given up; it goes on as before", output, StringComparison.Ordinal);
        Assert.Contains("\"holds\": true", json.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await Run("drill --by kim")).Exit);
    }

    [Fact]
    public async Task An_AI_identity_gets_a_token_to_look_and_no_other()
    {
        await Start();

        Assert.Equal(2, (await Run("tokens create --name rt-bot --role approver")).Exit);
        Assert.Equal(2, (await Run("tokens create --name ItsmAi --role operator")).Exit);
        Assert.Equal(0, (await Run("tokens create --name rt-bot --role viewer")).Exit);
    }

    private async Task Start()
    {
        await using var data = await DataFolder.OpenOrMake(Kept, new QueueOptions(), TimeProvider.System, Stop);
        var (policy, _) = PolicyFile.Read("version: 1\nowner: lead\n");
        await new DutyBook(data.Records, TimeProvider.System).Keep([new Person("itsmai"), new Person("rt-bot")], policy!, Stop);
    }

    private async Task<(int Exit, string Output, string Error)> Run(string line)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var exit = await Cli.Run([.. line.Split(' '), "--data", Kept], output, error, TimeProvider.System, Stop);
        return (exit, output.ToString(), error.ToString());
    }
}
