using System.CommandLine;
using System.Text.Json;
using ItsmAi.Desk.Events;

namespace ItsmAi.Hosting.Commands.DeadLetters;

/// <summary><c>itsmai deadletters show ID</c>: one message whole.</summary>
public static class DeadLettersShowCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var id = new Argument<string>("ID") { Description = "As the list shows it." };
        var data = DataOption.New();
        var json = JsonOption.New();
        var command = new Command("show", "Show one message whole.") { id, data, json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var wanted = parsed.GetRequiredValue(id);
            if (await folder.Queue.Find(wanted, stop) is not { } letter)
            {
                await error.WriteLineAsync(DeadLettersCommand.Unknown(wanted));
                return Cli.WrongUsage;
            }

            await output.WriteLineAsync(
                parsed.GetValue(json) ? JsonSerializer.Serialize(letter, CommandJson.Default.DeadLetter) : Text(letter));
            return Cli.Ok;
        });
        return command;
    }

    private static string Text(DeadLetter letter) =>
        $"""
        id        {Plain.Line(letter.Id)}
        ticket    {Plain.Line(letter.Subject)}
        died      {letter.DiedAt:yyyy-MM-dd HH:mm:ss} after {letter.Attempts} attempts
        because   {Plain.Line(letter.Says)}
        message   {Plain.Line(letter.Message)}
        """;
}
