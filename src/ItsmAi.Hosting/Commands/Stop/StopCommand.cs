using System.CommandLine;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Hosting.Commands.Stop;

/// <summary><c>itsmai stop</c> and <c>itsmai resume</c>: the brake, for everything or for one action.</summary>
public static class StopCommand
{
    public static Command BuildStop(TextWriter output, TextWriter error, TimeProvider clock) => Build(
        "stop", "Stop automation at once: the next decision is refused.",
        (brake, action, by, reason, stop) => brake.Stop(action, by, reason, stop), output, error, clock);

    public static Command BuildResume(TextWriter output, TextWriter error, TimeProvider clock) => Build(
        "resume", "Let automation go on; only the policy's authority may.",
        (brake, action, by, reason, stop) => brake.Resume(action, by, reason, stop), output, error, clock);

    private static Command Build(
        string verb,
        string description,
        Func<StopSwitch, ActionKind?, Person, string, CancellationToken, Task<StopAnswer>> flip,
        TextWriter output,
        TextWriter error,
        TimeProvider clock)
    {
        _ = error;
        var data = DataOption.New();
        var action = new Option<ActionKind?>("--action") { Description = "Only this action; all where it is not given." };
        var by = ByOption.New();
        var reason = new Option<string>("--reason") { Description = "Why; it stands on the receipt.", HelpName = "TEXT", Required = true };
        var command = new Command(verb, description) { data, action, by, reason };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            using var receipts = new ReceiptChain(folder.Records);
            var person = await ByOption.Read(parsed, by, folder.Records, clock, stop);
            var answer = await flip(
                new StopSwitch(folder.Records, receipts, clock),
                parsed.GetValue(action),
                person,
                ReasonOf(parsed.GetRequiredValue(reason)),
                stop);
            if (answer is StopAnswer.Refused refused) throw ByOption.Refused(person, refused.Because);
            await output.WriteLineAsync(Says(((StopAnswer.Flipped)answer).State));
            return Cli.Ok;
        });
        return command;
    }

    private static string ReasonOf(string text) =>
        string.IsNullOrWhiteSpace(text) ? throw new FormatException("reason: \"\" says nothing; say why in a few words") : text;

    private static string Says(StopState state) => state switch
    {
        { All: true } => "everything is stopped",
        { Actions: [] } => "nothing is stopped",
        _ => $"stopped: {string.Join(", ", state.Actions)}",
    };
}
