using ItsmAi.Desk.People;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Redacting;

namespace ItsmAi.Governance.Obligations;

/// <summary>
/// Writes the steps of an obligation down. They have a decision id of their own, so that a ticket's decision keeps its
/// own steps alone; each step's id is the same whenever it is tried again.
/// </summary>
public static class ObligationReceipt
{
    /// <summary>The id under which all receipts of this obligation are found.</summary>
    public static string DecisionOn(string obligation) =>
        ReceiptAddress.DecisionOn($"obligation:{obligation}", "obligation", "");

    /// <summary>The id of the receipt that ends it this time.</summary>
    internal static string EndOf(Obligation owed) => $"{DecisionOn(owed.Id)}-disposed-{owed.Reopened + 1}";

    internal static Receipt Raised(Obligation owed, Person self, DateTimeOffset at) =>
        Of(owed, ReceiptKind.ObligationRaised, "raised", self, at) with
        {
            Headline = Redaction.Redact(owed.Says),
            OccurredAt = owed.RaisedAt,
            Because = owed.OwnershipException,
        };

    internal static Receipt Escalated(Obligation owed, Person self, DateTimeOffset at) =>
        Of(owed, ReceiptKind.ObligationEscalated, $"escalated-{owed.Reopened + 1}-{owed.Level}", self, at) with
        {
            Owner = owed.EscalatedTo!.Value.Account,
            Result = $"went up to level {owed.Level}, for its date had passed",
        };

    internal static Receipt HandedOn(Obligation owed, Person self, DateTimeOffset at) =>
        Of(owed, ReceiptKind.ObligationHandedOn, $"handedon-{owed.HandedOn}", self, at) with
        {
            Because = owed.OwnershipException,
            Result = "went to the practice owner of last resort",
        };

    internal static Receipt Acknowledged(Obligation owed, Person by, DateTimeOffset at) =>
        Of(owed, ReceiptKind.ObligationAcknowledged, $"acknowledged-{owed.Reopened + 1}", by, at);

    internal static Receipt Disposed(Obligation owed, Person by, string? remark, DateTimeOffset at) =>
        Of(owed, ReceiptKind.ObligationDisposed, $"disposed-{owed.Reopened + 1}", by, at) with { Because = remark };

    internal static Receipt Reopened(Obligation owed, Person self, DateTimeOffset at) =>
        Of(owed, ReceiptKind.ObligationReopened, $"reopened-{owed.Reopened}", self, at) with
        {
            Result = "the time for which the risk was accepted is over",
        };

    private static Receipt Of(Obligation owed, ReceiptKind kind, string step, Person actor, DateTimeOffset at)
    {
        var decision = DecisionOn(owed.Id);
        return new Receipt
        {
            Id = $"{decision}-{step}",
            Kind = kind,
            At = at,
            Decision = decision,
            Actor = actor.Account,
            Owner = owed.Owner.Account,
            Owed = ObligationTerms.Of(owed),
        };
    }
}
