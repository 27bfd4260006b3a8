using ItsmAi.Desk.People;
using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Obligations.Endings;

namespace ItsmAi.Governance.Obligations;

/// <summary>The steps that an obligation can take. Nothing here reads or writes anything.</summary>
internal static class ObligationSteps
{
    public static ObligationStep Ended(Obligation owed, Ending ending, DateTimeOffset at)
    {
        var ended = owed with
        {
            Disposition = ending.Disposition,
            DisposedBy = ending.By.Account,
            DisposedAt = at,
            Reason = ending.Reason,
            Reference = ending.Reference,
            ExpiresAt = ending.Disposition == Disposition.RiskAccepted ? ending.Expires : null,
        };
        return new ObligationStep(
            ObligationReceipt.Disposed(ended, ending.By, ending.Remark, at),
            there => there!.Owed!.Disposition == ended.Disposition && there.At == at ? ended : owed with
            {
                Disposition = there.Owed!.Disposition,
                DisposedBy = there.Actor,
                DisposedAt = there.At,
                Reason = there.Owed.Reason,
                Reference = there.Owed.Reference,
                ExpiresAt = there.Owed.ExpiresAt,
            });
    }

    public static ObligationStep Escalated(Obligation owed, Person to, Person self, DateTimeOffset at)
    {
        var up = owed with { Level = owed.Level + 1, EscalatedTo = to, EscalatedAt = at };
        var receipt = ObligationReceipt.Escalated(up, self, at);
        return new ObligationStep(receipt, there => up with { EscalatedAt = there!.At })
        {
            Notices = Notice.Of(up, NoticeKind.Escalated, receipt.Id, at),
        };
    }

    public static ObligationStep HandedOn(Obligation owed, Person to, string because, Person self, DateTimeOffset at)
    {
        var moved = owed with
        {
            Owner = to,
            InsteadOf = owed.InsteadOf ?? owed.Owner,
            OwnershipException = because,
            HandedOn = owed.HandedOn + 1,
        };
        var receipt = ObligationReceipt.HandedOn(moved, self, at);
        return new ObligationStep(receipt, _ => moved) { Notices = Notice.Of(moved, NoticeKind.HandedOn, receipt.Id, at) };
    }

    public static ObligationStep Reminded(Obligation owed, DateTimeOffset at)
    {
        var reminded = owed with { Reminders = owed.Reminders + 1, RemindedAt = at };
        var step = $"{ObligationReceipt.DecisionOn(owed.Id)}-reminder-{reminded.Reminders}";
        return new ObligationStep(null, _ => reminded) { Notices = Notice.Of(reminded, NoticeKind.Reminder, step, at) };
    }

    public static ObligationStep Acknowledged(Obligation owed, Person by, DateTimeOffset at)
    {
        var known = owed with { AcknowledgedAt = at };
        return new ObligationStep(
            ObligationReceipt.Acknowledged(known, by, at), there => known with { AcknowledgedAt = there!.At });
    }

    public static ObligationStep Reopened(Obligation owed, DateTimeOffset due, Person self, DateTimeOffset at)
    {
        var open = owed with
        {
            Reopened = owed.Reopened + 1,
            DueAt = due,
            OpenedAtLevel = owed.Level,
            AcknowledgeBy = null,
            AcknowledgedAt = null,
            RemindedAt = null,
            Disposition = null,
            DisposedBy = null,
            DisposedAt = null,
            ExpiresAt = null,
        };
        var receipt = ObligationReceipt.Reopened(open, self, at);
        return new ObligationStep(receipt, there => open with { DueAt = there!.Owed!.DueAt })
        {
            Notices = Notice.Of(open, NoticeKind.Reopened, receipt.Id, at),
        };
    }
}
