using System.CommandLine;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Commands.Receipts;

/// <summary>
/// <c>itsmai receipts export --out FILE</c>: every line as it was hashed, one a line, so that each line's SHA-256 is
/// the
/// <c>previous</c> of the next of its shard.
/// </summary>
internal static class ExportCommand
{
    public static Command Build(TextWriter output, TimeProvider clock)
    {
        var data = DataOption.New();
        var file = new Option<string>("--out") { Description = "The JSON Lines file to write.", HelpName = "FILE", Required = true };
        var command = new Command("export", "Write every receipt as it was hashed, one a line.") { data, file };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            long count = 0;
            var path = parsed.GetRequiredValue(file);
            await using (var written = File.Create(path))
            {
                await foreach (var line in new DecisionBook(folder.Records).Lines(stop))
                {
                    await written.WriteAsync(line, stop);
                    written.WriteByte((byte)'\n');
                    count++;
                }
            }

            await output.WriteLineAsync($"{count} receipts in {path}");
            return Cli.Ok;
        });
        return command;
    }
}
