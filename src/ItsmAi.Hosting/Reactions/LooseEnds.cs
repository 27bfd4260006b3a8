using ItsmAi.Connectors.ServiceBus;
using ItsmAi.Desk.Events;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>
/// Queues what was accepted and could not be queued, and gives every dead letter an owner and a due date.
/// </summary>
/// <param name="unsent">Null where accepting and queueing are one transaction.</param>
public sealed class LooseEnds(
    ServiceBusIntake? unsent, IDeadLetters letters, ObligationBook obligations, Func<PolicyDocument> policy)
{
    /// <summary>A younger one is still being sent by the call that accepted it.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    public async Task<Handling> Tick(DateTimeOffset due, CancellationToken stop)
    {
        try
        {
            if (unsent is not null) await unsent.Resend(due - Young, stop);
            await foreach (var letter in letters.List(stop)) await obligations.Add(Owed(letter), stop);
            return new Handling.Done();
        }
        catch (StoreUnavailableException error)
        {
            return new Handling.Again(error.Message);
        }
    }

    private Obligation Owed(DeadLetter letter) => new()
    {
        // One that died again is owed again.
        Id = $"deadletter-{Governance.Redacting.Redaction.HashOf(letter.Id)[..24]}-{letter.DiedAt.ToUnixTimeMilliseconds()}",
        Owner = policy().Owner,
        Kind = ObligationKind.Repair,
        RaisedAt = letter.DiedAt,
        DueAt = policy().DecideBy(letter.DiedAt),
        Says = $"a message of {(letter.Subject.Length > 0 ? letter.Subject : "an unknown ticket")} could not be handled: {letter.Says}",
        About = letter.Id,
    };
}
