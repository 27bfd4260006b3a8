using ItsmAi.Governance.Obligations.Owners;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Governance.Obligations.Sweeping;

/// <summary>
/// Sees to it that what is owed is not forgotten: reminds, takes what is overdue up level by level, opens accepted
/// risks again whose time is over, and hands on what somebody left behind. After a standstill no level is skipped, and
/// two sweeps at once do each thing once.
/// </summary>
public sealed class SweepObligations(
    ObligationBook book, OwnerDirectory owners, Func<PolicyDocument> policy, TimeProvider clock)
{
    public async Task Sweep(CancellationToken stop)
    {
        await foreach (var living in book.Living(stop))
        {
            if (Next(living) is null) continue;
            if (await book.FinishEnd(living, stop) is { Disposition: null or Disposition.RiskAccepted })
            {
                await book.Move(living.Id, Next, stop);
            }
        }
    }

    /// <summary>The next step that is due, or null.</summary>
    private ObligationStep? Next(Obligation owed)
    {
        var now = clock.GetUtcNow();
        var document = policy();
        if (owed.Disposition == Disposition.RiskAccepted) return Reopen(owed, document, now);
        if (owed.Disposition is not null) return null;
        if (owners.Vacancy(owed.Owner) is { } because)
        {
            return ObligationSteps.HandedOn(owed, document.Owner, because, book.Self, now);
        }

        return Escalate(owed, document, now) ?? Remind(owed, document, now);
    }

    private ObligationStep? Reopen(Obligation owed, PolicyDocument document, DateTimeOffset now) => owed.ExpiresAt <= now
        ? ObligationSteps.Reopened(owed, document.Calendar.Due(now, document.Obligations.DisposeWithin), book.Self, now)
        : null;

    private ObligationStep? Escalate(Obligation owed, PolicyDocument document, DateTimeOffset now)
    {
        if (Overdue.LevelOf(owed, document.Obligations, document.Calendar, now) <= owed.Level) return null;

        // At its end it stays, and people keep being reminded.
        var above = owners.Above(owed.Owner);
        return owed.Level < above.Count ? ObligationSteps.Escalated(owed, above[owed.Level], book.Self, now) : null;
    }

    private static ObligationStep? Remind(Obligation owed, PolicyDocument document, DateTimeOffset now)
    {
        var call = Overdue.LastCall(owed, document.Obligations, document.Calendar, now);
        return call is not null && !(owed.RemindedAt >= call) && !(owed.EscalatedAt >= call)
            ? ObligationSteps.Reminded(owed, now)
            : null;
    }
}
