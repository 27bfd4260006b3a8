namespace ItsmAi.Governance.Receipts;

/// <summary>
/// Where a receipt lies and what its line hashes to. Written with the line, so that neither goes missing alone.
/// </summary>
public sealed record ReceiptPointer(long Sequence, string Hash);
