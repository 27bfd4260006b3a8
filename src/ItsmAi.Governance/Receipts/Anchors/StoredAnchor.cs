namespace ItsmAi.Governance.Receipts.Anchors;

/// <summary>The bytes that a store of anchors keeps under a number.</summary>
public sealed record StoredAnchor(long Sequence, ReadOnlyMemory<byte> Content);
