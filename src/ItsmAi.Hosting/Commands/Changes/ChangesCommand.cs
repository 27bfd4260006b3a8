using System.CommandLine;

namespace ItsmAi.Hosting.Commands.Changes;

/// <summary><c>itsmai changes</c>: preventive changes.</summary>
internal static class ChangesCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock) =>
        new("changes", "Preventive changes: what the catalogue and the calendar make of a predicted failure.")
        {
            ChangesPlanCommand.Build(output, error, clock),
        };
}
