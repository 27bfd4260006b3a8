using System.CommandLine;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Pseudonyms;

namespace ItsmAi.Hosting.Commands.People;

/// <summary><c>itsmai people erase NAME</c>: from then on no receipt tells who it was, and every receipt still holds.</summary>
internal static class EraseCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var name = new Argument<string>("NAME") { Description = "The account name, as receipts show it." };
        var by = ByOption.New();
        var data = DataOption.New();
        var command = new Command("erase", "Remove what ties a person to their receipts; this cannot be undone.") { name, by, data };
        command.SetAction(async (parsed, stop) =>
        {
            var who = parsed.GetRequiredValue(name);
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var whoDoes = await ByOption.Read(parsed, by, folder.Records, clock, stop);
            using var receipts = new ReceiptChain(folder.Records);
            var erasing = new ErasePerson(receipts, new PseudonymBook(folder.Records), clock);
            if (await erasing.Handle(new Person(who), whoDoes, stop) is not { } pseudonym)
            {
                await error.WriteLineAsync($"NAME: \"{who}\" stands on no receipt");
                return Cli.WrongUsage;
            }

            await output.WriteLineAsync($"on receipts it is {pseudonym} from now on; desks, tokens and obligations keep their own");
            return Cli.Ok;
        });
        return command;
    }
}
