using System.CommandLine;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Records;

namespace ItsmAi.Hosting.Commands;

/// <summary>The option <c>--by NAME</c>: whatever writes governance names the person who does it.</summary>
internal static class ByOption
{
    public static Option<string> New() => new("--by")
    {
        Description = "The account of the person who does it; it stands on the receipt.",
        HelpName = "NAME",
        Required = true,
    };

    /// <exception cref="FormatException">It is nobody's name, or that of an AI identity.</exception>
    public static async Task<Person> Read(
        ParseResult parsed, Option<string> by, IRecordStore records, TimeProvider clock, CancellationToken stop)
    {
        var person = new Person(parsed.GetRequiredValue(by));
        return (await new DutyBook(records, clock).Read(stop)).Duties().OfAct(person) is { } refusal
            ? throw Refused(person, refusal)
            : person;
    }

    public static FormatException Refused(Person by, Refusal because) => new($"by: \"{Plain.Line(by.Account)}\" is refused: {because}");
}
