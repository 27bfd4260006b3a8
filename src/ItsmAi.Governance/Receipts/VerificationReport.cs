namespace ItsmAi.Governance.Receipts;

/// <summary>What a walk over all receipts found.</summary>
/// <param name="Verified">Receipts whose bytes, place and links hold.</param>
public sealed record VerificationReport(long Verified, IReadOnlyList<ReceiptFault> Faults)
{
    public bool Holds => Faults.Count == 0;
}
