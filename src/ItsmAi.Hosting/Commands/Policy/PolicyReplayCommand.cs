using System.CommandLine;
using ItsmAi.Connectors.Policies;
using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Governance.Policy.Replaying;
using ItsmAi.Hosting.Reactions;

namespace ItsmAi.Hosting.Commands.Policy;

/// <summary>
/// <c>itsmai policy replay NEW --data DIR</c>: what a policy would have answered otherwise; 1 where that concerns a
/// protected class.
/// </summary>
internal static class PolicyReplayCommand
{
    public static Command Build(TextWriter output, TimeProvider clock)
    {
        var file = PolicyArgument.New("NEW", "The policy to try.");
        var data = DataOption.New();
        var days = new Option<int>("--days")
        {
            Description = "How far back.", HelpName = "N", DefaultValueFactory = _ => PolicyBook.ReplayWindow.Days,
        };
        var json = JsonOption.New();
        var command = new Command(
            "replay", "Make past decisions again under another policy and show what comes out otherwise. Nothing is done.")
        {
            file, data, days, json,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var (next, _) = await PolicyArgument.Read(parsed.GetRequiredValue(file), stop);
            var back = parsed.GetValue(days) is >= 1 and <= 3650 and var given
                ? TimeSpan.FromDays(given)
                : throw new FormatException($"days: \"{parsed.GetValue(days)}\" is not a number of days; use 1 to 3650");
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var shelf = new PolicyShelf(folder.Records);
            var active = await shelf.Active(stop) is { } pointer ? await shelf.Find(pointer.Version, stop) : null;
            var old = active is null ? null : PolicyFile.Read(active.Text).Policy;
            var report = await ReplayOver.Store(folder.Records, old, next, clock.GetUtcNow() - back, stop);
            if (parsed.GetValue(json)) JsonReport.Write(output, writer => ReplayJson.Write(writer, report));
            else foreach (var line in ReplayLines.Of(report)) await output.WriteLineAsync(Plain.Line(line));
            return report.ProtectedFlipCount > 0 ? Cli.Finding : Cli.Ok;
        });
        return command;
    }
}
