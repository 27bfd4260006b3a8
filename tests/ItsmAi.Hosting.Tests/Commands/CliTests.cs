using System.Text.Json;
using ItsmAi.Desk.Events;
using ItsmAi.Hosting.Commands;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Files;

namespace ItsmAi.Hosting.Tests.Commands;

public sealed class CliTests : IDisposable
{
    private readonly Folder _folder = new();

    private string Kept => _folder.PathOf("data");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("serve")]
    [InlineData("serve --data x --bogus")]
    [InlineData("tokens")]
    [InlineData("tokens create --data x --name n")]
    [InlineData("deadletters show --data x")]
    [InlineData("functions")]
    public async Task Wrong_usage_ends_with_2_and_a_reason(string line)
    {
        var (exit, output, error) = await Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("see itsmai --help", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tokens create --name bo --role king --data DIR", "role: \"king\" is not a role; use viewer, operator")]
    [InlineData("tokens create --name bo --role viewer --expires 0d --data DIR", "expires: \"0d\"")]
    [InlineData("tokens create --name bo --role viewer --expires soon --data DIR", "use 1d to 3650d")]
    [InlineData("tokens list --data DIR", "data: \"DIR\" holds no data")]
    [InlineData("deadletters list --data DIR", "data: \"DIR\" holds no data")]
    [InlineData("serve --urls http://0.0.0.0:0 --data DIR", "--allow-remote")]
    [InlineData("serve --urls ftp://x --data DIR", "urls: \"ftp://x\"")]
    public async Task Bad_input_ends_with_2_and_names_the_value(string line, string says)
    {
        var (exit, output, error) = await Run(line.Replace("DIR", Kept, StringComparison.Ordinal).Split(' '));

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(says.Replace("DIR", Kept, StringComparison.Ordinal), error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_explains_itself()
    {
        foreach (var command in Cli.Build(TextWriter.Null, TextWriter.Null, TimeProvider.System).Subcommands)
        {
            var (exit, output, _) = await Run(command.Name, "--help");
            Assert.Equal(0, exit);
            Assert.Contains(command.Description!, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_says_its_version() => Assert.Equal(0, (await Run("--version")).Exit);

    [Fact]
    public async Task A_token_is_shown_once_listed_without_its_secret_and_revoked()
    {
        var created = await Run("tokens", "create", "--name", "bo", "--role", "approver", "--expires", "90d", "--data", Kept);
        var again = await Run("tokens", "create", "--name", "bo", "--role", "viewer", "--data", Kept);
        var listed = await Run("tokens", "list", "--json", "--data", Kept);

        Assert.Equal((0, 2, 0), (created.Exit, again.Exit, listed.Exit));
        Assert.StartsWith("itsmai_", created.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(created.Output.Trim(), listed.Output, StringComparison.Ordinal);
        using var tokens = JsonDocument.Parse(listed.Output);
        Assert.Equal("approver", Assert.Single(tokens.RootElement.EnumerateArray()).GetProperty("role").GetString());
        Assert.Equal(0, (await Run("tokens", "revoke", "--name", "bo", "--data", Kept)).Exit);
        Assert.Equal(2, (await Run("tokens", "revoke", "--name", "bo", "--data", Kept)).Exit);
        Assert.Equal("no tokens\n", (await Run("tokens", "list", "--data", Kept)).Output);
    }

    [Fact]
    public async Task A_dead_letter_is_seen_queued_again_or_discarded()
    {
        await using (var data = await DataFolder.OpenOrMake(Kept, new(), TimeProvider.System, Stop))
        {
            foreach (var id in new[] { "rt/1", "rt/2" })
                await data.Queue.Keep(new DeadLetter(id, "rt:61", "{\u001b[31m}", "no such\nticket", 3, DateTimeOffset.UnixEpoch), Stop);
        }

        var listed = await Run("deadletters", "list", "--data", Kept);
        var json = await Run("deadletters", "list", "--json", "--data", Kept);
        var shown = await Run("deadletters", "show", "rt/1", "--data", Kept);

        Assert.Equal(2, listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain('\u001b', listed.Output + shown.Output);
        using var letters = JsonDocument.Parse(json.Output);
        Assert.Equal(2, letters.RootElement.GetArrayLength());
        Assert.Contains("after 3 attempts", shown.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("deadletters", "redrive", "rt/1", "--data", Kept)).Exit);
        Assert.Equal(0, (await Run("deadletters", "discard", "rt/2", "--data", Kept)).Exit);
        Assert.Equal(2, (await Run("deadletters", "show", "rt/2", "--data", Kept)).Exit);
        Assert.Equal("no dead letters\n", (await Run("deadletters", "list", "--data", Kept)).Output);
        await using var after = await DataFolder.OpenOrMake(Kept, new(), TimeProvider.System, Stop);
        Assert.Equal(1, after.Queue.Count().Waiting);
    }

    [Fact]
    public async Task The_functions_are_written_and_named()
    {
        var (exit, output, _) = await Run("functions", _folder.PathOf("app"), "--json");

        Assert.Equal(0, exit);
        using var names = JsonDocument.Parse(output);
        Assert.All(names.RootElement.EnumerateArray(), name =>
            Assert.True(File.Exists(Path.Combine(_folder.PathOf("app"), name.GetString()!, "function.json"))));
    }

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var exit = await Cli.Run(args, output, error, TimeProvider.System, Stop);
        return (exit, output.ToString(), error.ToString());
    }
}
