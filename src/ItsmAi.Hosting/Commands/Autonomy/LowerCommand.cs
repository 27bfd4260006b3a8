using System.CommandLine;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Hosting.Commands.Autonomy;

/// <summary><c>itsmai autonomy lower</c>: a person takes autonomy away, which needs no evidence.</summary>
internal static class LowerCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var label = new Argument<string>("CLASS") { Description = "The class, by a name that it bears or bore." };
        var team = new Option<string>("--team") { Description = "The team, as the list shows it.", Required = true };
        var action = new Option<ActionKind>("--action") { Description = "The action.", DefaultValueFactory = _ => ActionKind.Route };
        var to = new Option<AutonomyLevel>("--to") { Description = "The level.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why; it stands on the receipt.", HelpName = "TEXT", Required = true };
        var by = ByOption.New();
        var data = DataOption.New();
        var command = new Command("lower", "Take autonomy away from a class, at once.") { label, team, action, to, reason, by, data };
        command.SetAction(async (parsed, stop) =>
        {
            await using var governed = await Governed.Open(parsed.GetRequiredValue(data), clock, stop);
            var name = parsed.GetRequiredValue(label);
            if ((await governed.Ladder.Taxonomy.Read(stop)).Find(name) is not { } one)
            {
                await error.WriteLineAsync($"CLASS: \"{name}\" is none; see itsmai classes list");
                return Cli.WrongUsage;
            }

            var key = AutonomyKey.Of(parsed.GetValue(action), one.Id, new Team(parsed.GetRequiredValue(team)));
            var obstacle = await governed.Ladder.Promotions.Lower(
                key, parsed.GetRequiredValue(to), parsed.GetRequiredValue(reason), new Person(parsed.GetRequiredValue(by)), stop);
            await (obstacle is null ? output : error).WriteLineAsync(obstacle ?? $"{key}: {parsed.GetRequiredValue(to)}");
            return obstacle is null ? Cli.Ok : Cli.WrongUsage;
        });
        return command;
    }
}
