using System.CommandLine;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Commands.Receipts.Evidence;
using ItsmAi.Hosting.Standalone;

namespace ItsmAi.Hosting.Commands.Receipts;

/// <summary>
/// <c>itsmai receipts export --from DATE --to DATE --out DIR</c>: the evidence of a period, to be checked without us.
/// Without dates, every line as it was hashed goes into one file.
/// </summary>
internal static class ExportCommand
{
    public static Command Build(TextWriter output, TimeProvider clock)
    {
        var data = DataOption.New();
        var from = new Option<string?>("--from") { Description = "The first day, or a time, in UTC.", HelpName = "DATE" };
        var to = new Option<string?>("--to") { Description = "The last day, or a time, in UTC.", HelpName = "DATE" };
        var place = AnchorsOption.New();
        var into = new Option<string>("--out")
        {
            Description = "A new folder for the evidence of a period; without dates, a file for every receipt there is.",
            HelpName = "DIR", Required = true,
        };
        var command = new Command("export", "Write receipts as they were hashed, with what it takes to check them.")
        {
            data, from, to, place, into,
        };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var path = parsed.GetRequiredValue(into);
            var (first, last) = (parsed.GetValue(from), parsed.GetValue(to));
            if (first is null && last is null)
            {
                await output.WriteLineAsync($"{await All(folder, path, stop)} receipts in {path}");
                return Cli.Ok;
            }

            var anchors = AnchorsOption.Open(parsed.GetValue(place), folder);
            var pack = new EvidencePack(folder.Records, anchors, path, clock);
            var (receipts, witnesses) = await pack.Write(Period.Read(first, last), stop);
            await output.WriteLineAsync($"{receipts} receipts and {witnesses} anchors in {path}; check them with sh {path}/check.sh");
            return Cli.Ok;
        });
        return command;
    }

    private static async Task<long> All(DataFolder folder, string path, CancellationToken stop)
    {
        long count = 0;
        await using var written = File.Create(path);
        await foreach (var line in new DecisionBook(folder.Records).Lines(stop))
        {
            await written.WriteAsync(line, stop);
            written.WriteByte((byte)'\n');
            count++;
        }

        return count;
    }
}
