using System.CommandLine;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Standalone;

namespace ItsmAi.Hosting.Commands.Tokens;

/// <summary><c>itsmai tokens create</c>: gives a token and shows its secret this once.</summary>
public static class TokensCreateCommand
{
    // A longer name would not fit into a record's key.
    private const int LongestName = 100;

    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var data = DataOption.New();
        var name = new Option<string>("--name") { Description = "The account that acts with it.", Required = true };
        var role = new Option<string>("--role")
        {
            Description = $"One of {string.Join(", ", Roles.Names)}.",
            Required = true,
        };
        var expires = new Option<string?>("--expires") { Description = "After how many days, such as 90d; never when left out." };
        var command = new Command("create", "Give a token; its secret is shown this once and never kept.")
        {
            data, name, role, expires,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var account = NameOf(parsed.GetRequiredValue(name));
            var what = RoleOf(parsed.GetRequiredValue(role));
            var lifetime = LifetimeOf(parsed.GetValue(expires));
            await using var folder = await DataFolder.OpenOrMake(
                parsed.GetRequiredValue(data), new QueueOptions(), clock, stop);
            if (what != Role.Viewer && (await new DutyBook(folder.Records, clock).Read(stop)).Duties().IsAi(new Person(account)))
            {
                throw new FormatException($"name: \"{account}\" is an AI identity and may only look; use role viewer");
            }

            var secret = await new AccessTokens(folder.Records, clock).Create(account, what, lifetime, stop);
            if (secret is null)
            {
                await error.WriteLineAsync($"name: \"{account}\" has a token; revoke it first, or use another name");
                return Cli.WrongUsage;
            }

            await output.WriteLineAsync(secret);
            return Cli.Ok;
        });
        return command;
    }

    private static string NameOf(string text) =>
        text.Trim().Length > 0 && text.Length <= LongestName && !text.Any(char.IsControl)
            ? text.Trim()
            : throw new FormatException($"name: \"{text}\" cannot be used; use 1 to {LongestName} letters, digits or signs");

    private static Role RoleOf(string text) =>
        Roles.Read(text)
        ?? throw new FormatException($"role: \"{text}\" is not a role; use {string.Join(", ", Roles.Names)}");

    private static TimeSpan? LifetimeOf(string? text)
    {
        if (text is null) return null;
        return text.EndsWith('d') && int.TryParse(text[..^1], out var days) && days is >= 1 and <= 3650
            ? TimeSpan.FromDays(days)
            : throw new FormatException($"expires: \"{text}\" is not a number of days; use 1d to 3650d");
    }
}
