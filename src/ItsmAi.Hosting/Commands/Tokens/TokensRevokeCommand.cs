using System.CommandLine;
using ItsmAi.Hosting.Access;

namespace ItsmAi.Hosting.Commands.Tokens;

/// <summary><c>itsmai tokens revoke</c>: makes a token useless at once.</summary>
public static class TokensRevokeCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var data = DataOption.New();
        var name = new Option<string>("--name") { Description = "The account that acts with it.", Required = true };
        var command = new Command("revoke", "Make a token useless at once.") { data, name };
        command.SetAction(async (parsed, stop) =>
        {
            var account = parsed.GetRequiredValue(name);
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            if (!await new AccessTokens(folder.Records, clock).Revoke(account, stop))
            {
                await error.WriteLineAsync($"name: \"{account}\" has no token; see itsmai tokens list");
                return Cli.WrongUsage;
            }

            await output.WriteLineAsync($"revoked {account}");
            return Cli.Ok;
        });
        return command;
    }
}
