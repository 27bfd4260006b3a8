using System.CommandLine;
using ItsmAi.Governance.Obligations;

namespace ItsmAi.Hosting.Commands.Obligations;

/// <summary><c>itsmai obligations</c>: who owes what by when, and how it ended.</summary>
public static class ObligationsCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock) =>
        new("obligations", "See what people owe, and say how it ended.")
        {
            List(output, clock), Dispose(output, error, clock),
        };

    private static Command List(TextWriter output, TimeProvider clock)
    {
        var data = DataOption.New();
        var all = new Option<bool>("--all") { Description = "The ended ones too." };
        var json = JsonOption.New();
        var command = new Command("list", "List what is owed, the earliest due first.") { data, all, json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var owed = new List<Obligation>();
            await foreach (var one in new ObligationBook(folder.Records, clock).All(stop)) owed.Add(one);
            var shown = owed.Where(one => one.Disposition is null || parsed.GetValue(all)).OrderBy(one => one.DueAt).ToList();
            var now = clock.GetUtcNow();
            await output.WriteLineAsync(parsed.GetValue(json)
                ? ObligationBook.Json(shown)
                : string.Join('\n', shown.Select(one => Text(one, now)).DefaultIfEmpty("nothing is owed")));
            return shown.Exists(one => one.Disposition is null && one.DueAt < now) ? Cli.Finding : Cli.Ok;
        });
        return command;
    }

    private static Command Dispose(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var id = new Argument<string>("ID") { Description = "As the list shows it." };
        var data = DataOption.New();
        var how = new Option<Disposition>("--as") { Description = "How it ended.", Required = true };
        var by = ByOption.New();
        var command = new Command("dispose", "Say how an obligation ended. That somebody saw it is no end.") { id, data, how, by };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var book = new ObligationBook(folder.Records, clock);
            var person = await ByOption.Read(parsed, by, folder.Records, clock, stop);
            var wanted = parsed.GetRequiredValue(id);
            if (await book.Find(wanted, stop) is null)
            {
                await error.WriteLineAsync($"ID: \"{wanted}\" is no obligation; see itsmai obligations list");
                return Cli.WrongUsage;
            }

            await book.Dispose(wanted, parsed.GetRequiredValue(how), person, stop);
            var ended = await book.Find(wanted, stop);
            await output.WriteLineAsync($"{wanted}: {ended!.Disposition} by {ended.DisposedBy}");
            return Cli.Ok;
        });
        return command;
    }

    private static string Text(Obligation one, DateTimeOffset now)
    {
        var state = one.Disposition is { } ended ? $"{ended} by {one.DisposedBy}" : one.DueAt < now ? "OVERDUE" : "open";
        return $"{one.Id}  {one.Owner}  due {one.DueAt:yyyy-MM-dd HH:mm}  {state}  {one.Says}";
    }
}
