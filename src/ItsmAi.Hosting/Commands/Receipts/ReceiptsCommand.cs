using System.CommandLine;

namespace ItsmAi.Hosting.Commands.Receipts;

/// <summary><c>itsmai receipts</c>: the audit trail.</summary>
public static class ReceiptsCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock) =>
        new("receipts", "Verify, show and export the audit trail.")
        {
            VerifyCommand.Build(output, error, clock),
            ShowCommand.Build(output, error, clock),
            ExportCommand.Build(output, clock),
            ReplayCommand.Build(output, error, clock),
        };
}
