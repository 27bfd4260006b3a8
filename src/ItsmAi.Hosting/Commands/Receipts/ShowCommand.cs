using System.CommandLine;
using System.Text;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Pseudonyms;

namespace ItsmAi.Hosting.Commands.Receipts;

/// <summary><c>itsmai receipts show DECISION</c>: every step of one decision.</summary>
internal static class ShowCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var id = new Argument<string>("DECISION") { Description = "The decision's id, as notes and pages show it." };
        var data = DataOption.New();
        var json = JsonOption.New();
        var command = new Command("show", "Show every step of one decision.") { id, data, json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var decision = parsed.GetRequiredValue(id);
            var steps = await new DecisionBook(folder.Records).Find(decision, stop);
            if (steps.Count == 0)
            {
                await error.WriteLineAsync($"DECISION: \"{decision}\" is not known");
                return Cli.WrongUsage;
            }

            foreach (var step in await new NamesOnReceipts(folder.Records).Show(steps, stop))
            {
                await output.WriteLineAsync(parsed.GetValue(json)
                    ? Encoding.UTF8.GetString(DecisionBook.Write(step))
                    : Text(step));
            }

            return Cli.Ok;
        });
        return command;
    }

    private static string Text(ReceiptLine line)
    {
        var receipt = line.Receipt;
        var text = new StringBuilder(
            $"{receipt.At:yyyy-MM-dd HH:mm:ss}  {receipt.Kind} by {receipt.Actor}  ({line.Shard}/{line.Sequence})");
        if (receipt.Headline is not null) text.Append($"\n  {receipt.Verdict}: {receipt.Headline}");
        if (receipt.Confidence is { } confidence) text.Append($"\n  confidence {confidence:0.00}, class {receipt.Class}");
        if (receipt.Because is not null) text.Append($"\n  because {receipt.Because}");
        foreach (var gate in receipt.Gates ?? []) text.Append($"\n  {(gate.Passed ? "passed" : "FAILED")} {gate.Name}: {gate.Says}");
        if (receipt.Result is not null) text.Append($"\n  {receipt.Result}");
        return text.ToString();
    }
}
