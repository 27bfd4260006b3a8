using System.CommandLine;
using System.Globalization;
using System.Text;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Hosting.Reactions;

namespace ItsmAi.Hosting.Commands.Autonomy;

/// <summary><c>itsmai autonomy list</c>: the level of each class, and the number that it rests on.</summary>
internal static class AutonomyListCommand
{
    public static Command Build(TextWriter output, TimeProvider clock)
    {
        var data = DataOption.New();
        var json = JsonOption.New();
        var command = new Command("list", "List what each action, class and team has earned, and what it lacks for more.") { data, json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var governed = await Governed.Open(parsed.GetRequiredValue(data), clock, stop);
            var all = await governed.Standings.All(stop).ToListAsync(stop);
            await output.WriteLineAsync(parsed.GetValue(json)
                ? Encoding.UTF8.GetString(StandingJson.Write(all).Span)
                : string.Join('\n', all.Select(Text).DefaultIfEmpty("nothing has been measured yet")));
            return Cli.Ok;
        });
        return command;
    }

    private static string Text(Standing one)
    {
        var text = new StringBuilder($"{one.Key.Action} {one.Label} for {one.Key.Team}: {one.Level}, {one.Measured}");
        if (one.Bounces > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n  bounced {one.Bounces} times, {one.MinutesLost:0} minutes lost");
        if (one.Proposal is { } open) text.Append($"\n  {open.To} is proposed: {open.Id}");
        else if (one.Missing is { } missing) text.Append($"\n  {missing}");
        return text.ToString();
    }
}
