using System.CommandLine;

namespace ItsmAi.Hosting.Commands.Policy;

/// <summary><c>itsmai policy</c>: what automation is allowed.</summary>
public static class PolicyCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock) =>
        new("policy", "Check, test, compare, replay and activate what automation is allowed to do.")
        {
            PolicyCheckCommand.Build(output, error),
            PolicyTestCommand.Build(output),
            PolicyDiffCommand.Build(output),
            PolicyReplayCommand.Build(output, clock),
            PolicyActivateCommand.Build(output, error, clock),
        };
}
