using System.CommandLine;

namespace ItsmAi.Hosting.Commands.Policy;

/// <summary><c>itsmai policy</c>: what automation is allowed.</summary>
public static class PolicyCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        _ = clock;
        return new Command("policy", "Check what automation is allowed to do.") { PolicyCheckCommand.Build(output, error) };
    }
}
