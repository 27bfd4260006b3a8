using System.CommandLine;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Actions.Drills;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Reactions.Brakes;

namespace ItsmAi.Hosting.Commands.Stop;

/// <summary><c>itsmai drill</c>: tries whether the stop switch stops.</summary>
public static class DrillCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        _ = error;
        var data = DataOption.New();
        var by = ByOption.New();
        var reason = new Option<string>("--reason")
        {
            Description = "Why; it stands on the receipt.",
            HelpName = "TEXT",
            DefaultValueFactory = _ => "a drill",
        };
        var json = JsonOption.New();
        var command = new Command("drill", "Try whether the stop switch stops: stop, look, and go on as before.")
        {
            data, by, reason, json,
        };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            using var receipts = new ReceiptChain(folder.Records);
            var person = await ByOption.Read(parsed, by, folder.Records, clock, stop);
            var drill = new StopDrill(
                folder.Records,
                new StopSwitch(folder.Records, receipts, clock),
                receipts,
                new ObligationBook(folder.Records, receipts, clock),
                token => folder.Queue.List(token).CountAsync(token).AsTask(),
                clock);
            var answer = await drill.Hold(person, parsed.GetRequiredValue(reason), stop);
            if (answer is DrillAnswer.Refused refused) throw ByOption.Refused(person, refused.Because);
            var report = ((DrillAnswer.Held)answer).Report;
            if (parsed.GetValue(json)) JsonReport.Write(output, writer => BrakeBody.Members(writer, report));
            else await output.WriteLineAsync(report.Says);
            return report.Holds ? Cli.Ok : Cli.Finding;
        });
        return command;
    }
}
