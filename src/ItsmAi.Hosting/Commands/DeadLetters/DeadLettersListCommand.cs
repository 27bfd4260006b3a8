using System.CommandLine;
using System.Text.Json;
using ItsmAi.Desk.Events;

namespace ItsmAi.Hosting.Commands.DeadLetters;

/// <summary><c>itsmai deadletters list</c>, oldest first.</summary>
public static class DeadLettersListCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        _ = error;
        var data = DataOption.New();
        var json = JsonOption.New();
        var command = new Command("list", "List the messages that wait for a person, oldest first.") { data, json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var letters = new List<DeadLetter>();
            await foreach (var letter in folder.Queue.List(stop)) letters.Add(letter);
            await output.WriteLineAsync(parsed.GetValue(json)
                ? JsonSerializer.Serialize(letters, CommandJson.Default.IReadOnlyListDeadLetter)
                : string.Join('\n', letters.Select(Text).DefaultIfEmpty("no dead letters")));
            return Cli.Ok;
        });
        return command;
    }

    private static string Text(DeadLetter letter) =>
        Plain.Line($"{letter.DiedAt:yyyy-MM-dd HH:mm}  {letter.Id}  {letter.Subject}  {letter.Says}");
}
