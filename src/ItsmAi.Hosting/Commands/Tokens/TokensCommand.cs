using System.CommandLine;

namespace ItsmAi.Hosting.Commands.Tokens;

/// <summary><c>itsmai tokens</c>: who may call us.</summary>
public static class TokensCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock) =>
        new("tokens", "Give, list and revoke the tokens that people and programs call with.")
        {
            TokensCreateCommand.Build(output, error, clock),
            TokensListCommand.Build(output, error, clock),
            TokensRevokeCommand.Build(output, error, clock),
        };
}
