using System.CommandLine;
using System.Text.Json;
using ItsmAi.Hosting.Access;

namespace ItsmAi.Hosting.Commands.Tokens;

/// <summary><c>itsmai tokens list</c>: whose tokens there are.</summary>
public static class TokensListCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        _ = error;
        var data = DataOption.New();
        var json = JsonOption.New();
        var command = new Command("list", "List the tokens by name, with their roles.") { data, json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var lines = new List<TokenLine>();
            await foreach (var token in new AccessTokens(folder.Records, clock).List(stop))
            {
                lines.Add(new TokenLine(
                    token.Name, Roles.NameOf(token.Role), token.Created, token.Expires, !token.IsGood(clock.GetUtcNow())));
            }

            await output.WriteLineAsync(parsed.GetValue(json)
                ? JsonSerializer.Serialize(lines, CommandJson.Default.IReadOnlyListTokenLine)
                : string.Join('\n', lines.Select(Text).DefaultIfEmpty("no tokens")));
            return Cli.Ok;
        });
        return command;
    }

    private static string Text(TokenLine line) =>
        $"{line.Name}  {line.Role}  " + (line.Expires is { } end ? $"{(line.Expired ? "expired" : "until")} {end:yyyy-MM-dd}" : "no end");
}
