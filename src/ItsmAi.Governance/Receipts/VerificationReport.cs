namespace ItsmAi.Governance.Receipts;

/// <summary>What a walk over all receipts found.</summary>
/// <param name="Verified">Receipts whose bytes, place and links hold.</param>
/// <param name="Anchors">The anchors that they were held against.</param>
public sealed record VerificationReport(long Verified, IReadOnlyList<ReceiptFault> Faults, long Anchors = 0)
{
    public bool Holds => Faults.Count == 0;
}
