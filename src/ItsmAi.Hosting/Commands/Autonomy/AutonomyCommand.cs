using System.CommandLine;

namespace ItsmAi.Hosting.Commands.Autonomy;

/// <summary><c>itsmai autonomy</c>: what has been earned, and what people make of it.</summary>
public static class AutonomyCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock) =>
        new("autonomy", "See what each class has earned, and answer what is proposed.")
        {
            AutonomyListCommand.Build(output, clock),
            ProposalCommands.Propose(output, clock),
            ProposalCommands.Approve(output, error, clock),
            ProposalCommands.Reject(output, error, clock),
            LowerCommand.Build(output, error, clock),
        };
}
