using System.CommandLine;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Obligations.Endings;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Reactions;

namespace ItsmAi.Hosting.Commands.Obligations;

/// <summary><c>itsmai obligations dispose ID</c>: says how an obligation ended, with all that this takes.</summary>
internal static class ObligationsDisposeCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "As the list shows it." };

    private static readonly Option<string> How = new("--as")
    {
        Description = $"How it ended: one of {string.Join(", ", DispositionName.All)}.", HelpName = "END", Required = true,
    };

    private static readonly Option<string> By = new("--by")
    {
        Description = "The account of whoever says so; for a risk somebody who does not owe it.", HelpName = "NAME", Required = true,
    };

    private static readonly Option<string?> Why = new("--reason")
    {
        Description = $"For reject: one of {string.Join(", ", Enum.GetNames<RejectionReason>())}.", HelpName = "CODE",
    };

    private static readonly Option<string?> Reference = new("--reference")
    {
        Description = "For accept: the id of the problem, change or article that it lives on as.", HelpName = "ID",
    };

    private static readonly Option<string?> Expires = new("--expires")
    {
        Description = "For risk-accept: until when; then it is open again.", HelpName = "DATE",
    };

    private static readonly Option<string?> Remark = new("--remark") { Description = "It stands on the receipt.", HelpName = "TEXT" };

    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var data = DataOption.New();
        var command = new Command("dispose", "Say how an obligation ended. That somebody saw it is no end.")
        {
            Id, data, How, By, Why, Reference, Expires, Remark,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var how = Disposition(parsed);
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var ending = Ending(parsed, how, await ByOption.Read(parsed, By, folder.Records, clock, stop));
            using var receipts = new ReceiptChain(folder.Records);
            var book = new ObligationBook(folder.Records, receipts, clock);
            var duties = (await new DutyBook(folder.Records, clock).Read(stop)).Duties();
            var endings = new EndObligation(book, duties.IsAi, null, () => new ObligationSettings(), clock);
            var wanted = parsed.GetRequiredValue(Id);
            if (await endings.Handle(wanted, ending, stop) is { } refusal)
            {
                await error.WriteLineAsync(refusal.ToString());
                return Cli.WrongUsage;
            }

            var ended = await book.Find(wanted, stop);
            await output.WriteLineAsync($"{wanted}: {ended!.Disposition} by {ended.DisposedBy}");
            return Cli.Ok;
        });
        return command;
    }

    private static Disposition Disposition(ParseResult parsed)
    {
        var how = parsed.GetRequiredValue(How);
        return DispositionName.Read(how)
            ?? throw new FormatException($"as: \"{how}\" is not an end; use one of {string.Join(", ", DispositionName.All)}");
    }

    private static Ending Ending(ParseResult parsed, Disposition disposition, Person by) =>
        new(disposition, by)
        {
            Reason = parsed.GetValue(Why) is { } why
                ? EndingBody.Reason(why) ?? throw new FormatException(EndingBody.WrongReason(why)) : null,
            Reference = parsed.GetValue(Reference),
            Expires = parsed.GetValue(Expires) is { } date
                ? EndingBody.Moment(date) ?? throw new FormatException(EndingBody.WrongMoment(date)) : null,
            Remark = parsed.GetValue(Remark),
        };
}
