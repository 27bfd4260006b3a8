using System.CommandLine;

namespace ItsmAi.Hosting.Commands.Obligations;

/// <summary><c>itsmai obligations</c>: who owes what by when, how it ended, and whether anything comes of it.</summary>
public static class ObligationsCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock) =>
        new("obligations", "See what people owe, and say how it ended.")
        {
            ObligationsListCommand.Build(output, clock),
            ObligationsDisposeCommand.Build(output, error, clock),
            ObligationsFiguresCommand.Build(output, error, clock),
        };
}
