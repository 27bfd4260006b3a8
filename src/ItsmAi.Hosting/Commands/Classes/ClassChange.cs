using System.CommandLine;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Commands.Classes;

/// <summary>What every change of the classes has in common: a class, a reason, and a person whose name it bears.</summary>
internal sealed class ClassChange(TextWriter output, TextWriter error, TimeProvider clock)
{
    private readonly Option<string> _reason = new("--reason")
    {
        Description = "Why; it stands on the receipt.", HelpName = "TEXT", Required = true,
    };

    public string ReasonIn(ParseResult parsed) => parsed.GetRequiredValue(_reason);

    public Command Command(
        string name,
        string description,
        ReceiptKind kind,
        Func<ParseResult, string, Func<Taxonomy, TaxonomyAnswer>> change,
        params Option[] more)
    {
        var label = new Argument<string>("CLASS") { Description = "The class, by a name that it bears or bore." };
        var by = ByOption.New();
        var data = DataOption.New();
        var command = new Command(name, description) { label, by, _reason, data };
        foreach (var option in more) command.Add(option);
        command.SetAction(async (parsed, stop) =>
        {
            await using var governed = await Governed.Open(parsed.GetRequiredValue(data), clock, stop);
            var named = parsed.GetRequiredValue(label);
            var answer = await governed.Ladder.Taxonomy.Change(
                kind, named, ReasonIn(parsed), await ByOption.Read(parsed, by, governed.Records, clock, stop), change(parsed, named), stop);
            if (answer is TaxonomyAnswer.Refused refused)
            {
                await error.WriteLineAsync(refused.Says);
                return Cli.WrongUsage;
            }

            await output.WriteLineAsync("done");
            return Cli.Ok;
        });
        return command;
    }
}
