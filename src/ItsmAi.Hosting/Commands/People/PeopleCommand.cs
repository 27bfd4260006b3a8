using System.CommandLine;

namespace ItsmAi.Hosting.Commands.People;

/// <summary><c>itsmai people</c>: whom the receipts' pseudonyms stand for.</summary>
public static class PeopleCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock) =>
        new("people", "See to the names behind the pseudonyms on receipts.") { EraseCommand.Build(output, error, clock) };
}
