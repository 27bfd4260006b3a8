using System.CommandLine;

namespace ItsmAi.Hosting.Commands.DeadLetters;

/// <summary><c>itsmai deadletters</c>: the messages that wait for a person.</summary>
public static class DeadLettersCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock) =>
        new("deadletters", "See and settle the messages that could not be handled.")
        {
            DeadLettersListCommand.Build(output, error, clock),
            DeadLettersShowCommand.Build(output, error, clock),
            SettleCommand.Build(
                "redrive", "Queue a message again, when what was wrong is mended.", "queued again",
                (letters, id, stop) => letters.Redrive(id, stop), output, error, clock),
            SettleCommand.Build(
                "discard", "Remove a message for good.", "discarded",
                (letters, id, stop) => letters.Discard(id, stop), output, error, clock),
        };

    internal static string Unknown(string id) => $"ID: \"{id}\" is no dead letter; see itsmai deadletters list";
}
