using System.CommandLine;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Commands.Obligations;

/// <summary><c>itsmai obligations list</c>: 0 where nothing is overdue, 1 where something is.</summary>
internal static class ObligationsListCommand
{
    public static Command Build(TextWriter output, TimeProvider clock)
    {
        var data = DataOption.New();
        var all = new Option<bool>("--all") { Description = "The ended ones too." };
        var owner = new Option<string?>("--owner")
        {
            Description = "Only what this account owes, or what went up to it.", HelpName = "NAME",
        };
        var json = JsonOption.New();
        var command = new Command("list", "List what is owed, the earliest due first.") { data, all, owner, json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            using var receipts = new ReceiptChain(folder.Records);
            var book = new ObligationBook(folder.Records, receipts, clock);
            var owed = parsed.GetValue(all) ? await Everything(book, stop) : await book.Open(stop);
            var shown = parsed.GetValue(owner) is { } name
                ? [.. owed.Where(one => one.Concerns(new Person(name)))]
                : owed;
            var now = clock.GetUtcNow();
            await output.WriteLineAsync(parsed.GetValue(json)
                ? ObligationBook.Json(shown)
                : string.Join('\n', shown.Select(one => Text(one, now)).DefaultIfEmpty("nothing is owed")));
            return shown.Any(one => one.IsOverdue(now)) ? Cli.Finding : Cli.Ok;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Obligation>> Everything(ObligationBook book, CancellationToken stop)
    {
        var owed = new List<Obligation>();
        await foreach (var one in book.All(stop)) owed.Add(one);
        return [.. owed.OrderBy(one => one.DueAt)];
    }

    private static string Text(Obligation one, DateTimeOffset now)
    {
        var state = one.Disposition is { } ended ? $"{ended} by {one.DisposedBy}" : one.IsOverdue(now) ? "OVERDUE" : "open";
        var up = one is { Disposition: null, EscalatedTo: { } above } ? $", level {one.Level}: {above}" : "";
        var exception = one.OwnershipException is { } because ? $"  ({because}: {one.InsteadOf})" : "";
        return $"{one.Id}  {one.Owner}  due {one.DueAt:yyyy-MM-dd HH:mm}  {state}{up}  {one.Says}{exception}";
    }
}
