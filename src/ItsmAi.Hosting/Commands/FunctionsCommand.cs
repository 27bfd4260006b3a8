using System.CommandLine;
using System.Text.Json;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.Commands;

/// <summary><c>itsmai functions DIR</c>: writes the function folders into the package of a function app.</summary>
public static class FunctionsCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        _ = (error, clock);
        var directory = new Argument<string>("DIR") { Description = "The package's root; made where it is missing." };
        var json = JsonOption.New();
        var command = new Command("functions", "Write the folders by which Azure Functions knows our functions.")
        {
            directory,
            json,
        };
        command.SetAction(async (parsed, stop) =>
        {
            await FunctionFolders.Write(TriggerCatalogue.All, parsed.GetRequiredValue(directory), stop);
            IReadOnlyList<string> names = [.. TriggerCatalogue.All.Select(trigger => trigger.Name)];
            await output.WriteLineAsync(parsed.GetValue(json)
                ? JsonSerializer.Serialize(names, CommandJson.Default.IReadOnlyListString)
                : string.Join('\n', names));
            return Cli.Ok;
        });
        return command;
    }
}
