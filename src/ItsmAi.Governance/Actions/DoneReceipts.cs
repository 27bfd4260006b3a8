using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Actions;

/// <summary>Finds what was done of a decision, by itself or after an approval.</summary>
public static class DoneReceipts
{
    /// <summary>The receipt of what the desk was made to show; null where nothing was done.</summary>
    public static Task<Receipt?> Done(this ReceiptChain receipts, Receipt decided, CancellationToken stop) =>
        receipts.Find($"{decided.Decision}-{(decided.Verdict == Verdict.Act ? "decided" : "approved")}-applied", stop);
}
