using System.CommandLine;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;

namespace ItsmAi.Hosting.Commands.Autonomy;

/// <summary><c>itsmai autonomy propose</c>, <c>approve</c> and <c>reject</c>: the way up, one rung at a time.</summary>
internal static class ProposalCommands
{
    public static Command Propose(TextWriter output, TimeProvider clock)
    {
        var data = DataOption.New();
        var command = new Command("propose", "Propose one rung more wherever measured outcomes bear it, as the timer does.") { data };
        command.SetAction(async (parsed, stop) =>
        {
            await using var governed = await Governed.Open(parsed.GetRequiredValue(data), clock, stop);
            foreach (var one in await governed.Ladder.Promotions.Sweep(stop))
                await output.WriteLineAsync($"{one.Id}  {one.From} to {one.To}: {one.Measured}");
            return Cli.Ok;
        });
        return command;
    }

    public static Command Approve(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var (id, data, by) = Options();
        var command = new Command("approve", "Let a class rise by the rung that is proposed. The owner may not.") { id, data, by };
        command.SetAction((parsed, stop) => Answer(
            parsed.GetRequiredValue(data), output, error, clock,
            promotions => promotions.Approve(parsed.GetRequiredValue(id), new Person(parsed.GetRequiredValue(by)), stop), stop));
        return command;
    }

    public static Command Reject(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var (id, data, by) = Options();
        var reason = new Option<string>("--reason") { Description = "Why; it stands on the receipt.", HelpName = "TEXT", Required = true };
        var command = new Command("reject", "Leave the level where it is; new evidence is needed to propose it again.")
        {
            id, data, by, reason,
        };
        command.SetAction((parsed, stop) => Answer(
            parsed.GetRequiredValue(data), output, error, clock,
            promotions => promotions.Reject(
                parsed.GetRequiredValue(id), parsed.GetRequiredValue(reason), new Person(parsed.GetRequiredValue(by)), stop),
            stop));
        return command;
    }

    private static (Argument<string> Id, Option<string> Data, Option<string> By) Options() => (
        new Argument<string>("ID") { Description = "The proposal, as the list shows it." },
        DataOption.New(),
        ByOption.New());

    private static async Task<int> Answer(
        string data, TextWriter output, TextWriter error, TimeProvider clock, Func<Promotions, Task<string?>> answer,
        CancellationToken stop)
    {
        await using var governed = await Governed.Open(data, clock, stop);
        if (await answer(governed.Ladder.Promotions) is { } obstacle)
        {
            await error.WriteLineAsync(obstacle);
            return Cli.WrongUsage;
        }

        await output.WriteLineAsync("done");
        return Cli.Ok;
    }
}
