using System.CommandLine;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Commands.Obligations;

/// <summary>
/// <c>itsmai obligations figures</c>: how much of what was raised led to something, from receipts alone.
/// </summary>
internal static class ObligationsFiguresCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var data = DataOption.New();
        var json = JsonOption.New();
        var command = new Command("figures", "Measure how much of what was owed was acted on in time.") { data, json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var progress = new ProgressBar(error, clock, "reading receipts");
            var figures = new ActedOn();
            await foreach (var bytes in new DecisionBook(folder.Records).Lines(stop))
            {
                var line = DecisionBook.Parse(bytes);
                progress.Report((double)line.Shard / ReceiptAddress.Shards);
                figures.Take(line.Receipt);
            }

            progress.Clear();
            if (parsed.GetValue(json)) WriteJson(output, figures, clock.GetUtcNow());
            else await output.WriteLineAsync(Text(figures, clock.GetUtcNow()));
            return Cli.Ok;
        });
        return command;
    }

    private static string Text(ActedOn figures, DateTimeOffset now)
    {
        var share = figures.ShareAt(now);
        var rate = share.Of == 0
            ? "not measurable (n 0)"
            : $"{share.Right} of {share.Of} ({share.Lower:0.000} to {share.Upper:0.000})";
        return $"acted on in time: {rate}\n"
            + $"raised: {figures.Raised}, ended: {figures.Ended}, overdue: {figures.OverdueAt(now)}\n"
            + $"escalations: {figures.Escalations}, ownership exceptions: {figures.OwnershipExceptions}";
    }

    private static void WriteJson(TextWriter output, ActedOn figures, DateTimeOffset now)
    {
        var share = figures.ShareAt(now);
        JsonReport.Write(output, json =>
        {
            json.WriteStartObject("actedOn");
            json.WriteBoolean("measurable", share.Of > 0);
            json.WriteNumber("right", share.Right);
            json.WriteNumber("of", share.Of);
            json.WriteNumber("lower", share.Lower);
            json.WriteNumber("upper", share.Upper);
            json.WriteEndObject();
            json.WriteNumber("raised", figures.Raised);
            json.WriteNumber("ended", figures.Ended);
            json.WriteNumber("overdue", figures.OverdueAt(now));
            json.WriteNumber("escalations", figures.Escalations);
            json.WriteNumber("ownershipExceptions", figures.OwnershipExceptions);
        });
    }
}
