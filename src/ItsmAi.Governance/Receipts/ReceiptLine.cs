namespace ItsmAi.Governance.Receipts;

/// <summary>
/// A receipt in its place: shard, sequence from 1, and the SHA-256 of the line before it (empty for the first).
/// </summary>
public sealed record ReceiptLine(int Shard, long Sequence, string Previous, Receipt Receipt);
