using System.CommandLine;
using ItsmAi.Desk.Events;

namespace ItsmAi.Hosting.Commands.DeadLetters;

/// <summary><c>itsmai deadletters redrive|discard ID</c>: what a person does with one message.</summary>
internal static class SettleCommand
{
    public static Command Build(
        string verb, string description, string done, Func<IDeadLetters, string, CancellationToken, Task<bool>> settle,
        TextWriter output, TextWriter error, TimeProvider clock)
    {
        var id = new Argument<string>("ID") { Description = "As the list shows it." };
        var data = DataOption.New();
        var command = new Command(verb, description) { id, data };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var wanted = parsed.GetRequiredValue(id);
            if (!await settle(folder.Queue, wanted, stop))
            {
                await error.WriteLineAsync(DeadLettersCommand.Unknown(wanted));
                return Cli.WrongUsage;
            }

            await output.WriteLineAsync($"{done}: {wanted}");
            return Cli.Ok;
        });
        return command;
    }
}
