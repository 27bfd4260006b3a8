using System.CommandLine;
using ItsmAi.Connectors.Policies;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Commands.Policy;

/// <summary>
/// <c>itsmai policy activate FILE --author A --by B</c>: shows the replay, and puts the policy into force; 1 where it takes
/// another person still.
/// </summary>
internal static class PolicyActivateCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var file = PolicyArgument.New("FILE", "The policy.");
        var author = new Option<string>("--author")
        {
            Description = "The account of whoever wrote it.", HelpName = "NAME", Required = true,
        };
        var by = new Option<string>("--by")
        {
            Description = "The account of whoever approves it: somebody else.", HelpName = "NAME", Required = true,
        };
        var second = new Option<string?>("--second")
        {
            Description = "Somebody else again, where it changes what is done in a protected class.", HelpName = "NAME",
        };
        var data = DataOption.New();
        var command = new Command(
            "activate", "Replay past decisions under a policy, and put it into force if those who approve it may.")
        {
            file, author, by, second, data,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var (_, text) = await PolicyArgument.Read(parsed.GetRequiredValue(file), stop);
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            using var receipts = new ReceiptChain(folder.Records);
            var duties = (await new DutyBook(folder.Records, clock).Read(stop)).Duties();
            var book = new PolicyBook(
                folder.Records, receipts, new ObligationBook(folder.Records, receipts, clock), PolicyFile.Read, duties.IsAi, clock);
            string?[] approvers = [parsed.GetRequiredValue(by), parsed.GetValue(second)];
            return await Activate(book, text, parsed.GetRequiredValue(author), approvers.OfType<string>(), (output, error), stop);
        });
        return command;
    }

    private static async Task<int> Activate(
        PolicyBook book,
        string text,
        string author,
        IEnumerable<string> approvers,
        (TextWriter Output, TextWriter Error) writers,
        CancellationToken stop)
    {
        var answer = await book.Propose(text, new Person(author), stop);
        if (answer is not PolicyAnswer.Proposed proposed) return await Tell(answer, writers);
        foreach (var line in ReplayLines.Of(proposed.Replay)) await writers.Output.WriteLineAsync(Plain.Line(line));
        foreach (var approver in approvers)
        {
            answer = await book.Approve(proposed.Version, new Person(approver), stop);
            if (answer is not PolicyAnswer.ApprovedInPart) break;
        }

        return await Tell(answer, writers);
    }

    private static async Task<int> Tell(PolicyAnswer answer, (TextWriter Output, TextWriter Error) writers)
    {
        switch (answer)
        {
            case PolicyAnswer.Activated activated:
                await writers.Output.WriteLineAsync($"policy {activated.Version} is in force");
                return Cli.Ok;
            case PolicyAnswer.ApprovedInPart half:
                await writers.Output.WriteLineAsync(
                    $"policy {half.Version} is not in force: a second person has to approve it; name them with --second");
                return Cli.Finding;
            case PolicyAnswer.Refused refused:
                await writers.Error.WriteLineAsync(refused.Says);
                return Cli.WrongUsage;
            default:
                throw new InvalidOperationException($"{answer} is no answer to an activation");
        }
    }
}
