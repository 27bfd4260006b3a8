using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Obligations;

/// <summary>
/// How much of what was found led to something: done, accepted or its risk accepted before its date, of all that was
/// raised and either ended or fell due. What has time left counts neither way. Counted from receipts alone.
/// </summary>
public sealed class ActedOn
{
    private readonly Dictionary<string, ObligationTerms> _open = new(StringComparer.Ordinal);

    /// <summary>How much was raised, what was opened again included.</summary>
    public int Raised { get; private set; }

    public int EndedInTime { get; private set; }

    /// <summary>What ended in any way, whether in time or not.</summary>
    public int Ended { get; private set; }

    /// <summary>How often something went up a level.</summary>
    public int Escalations { get; private set; }

    /// <summary>How much went to the practice owner of last resort.</summary>
    public int OwnershipExceptions { get; private set; }

    /// <summary>Takes one receipt in; an obligation's receipts come in the order they were written.</summary>
    public void Take(Receipt receipt)
    {
        if (receipt.Owed is not { } terms) return;
        switch (receipt.Kind)
        {
            case ReceiptKind.ObligationRaised or ReceiptKind.ObligationReopened:
                Raised++;
                if (receipt.Kind == ReceiptKind.ObligationRaised && terms.OwnershipException is not null) OwnershipExceptions++;
                _open[terms.Obligation] = terms;
                break;
            case ReceiptKind.ObligationHandedOn:
                OwnershipExceptions++;
                break;
            case ReceiptKind.ObligationEscalated:
                Escalations++;
                break;
            case ReceiptKind.ObligationDisposed when _open.Remove(terms.Obligation, out var raised):
                Ended++;
                if (IsActedOn(terms.Disposition) && receipt.At <= raised.DueAt) EndedInTime++;
                break;
        }
    }

    /// <summary>What is open and overdue at this moment.</summary>
    public int OverdueAt(DateTimeOffset now) => _open.Values.Count(terms => terms.DueAt < now);

    public MeasuredShare ShareAt(DateTimeOffset now) => MeasuredShare.Count(EndedInTime, Ended + OverdueAt(now));

    private static bool IsActedOn(Disposition? disposition) =>
        disposition is Disposition.Done or Disposition.Accepted or Disposition.RiskAccepted;
}
