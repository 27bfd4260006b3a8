namespace ItsmAi.Governance.Receipts;

/// <summary>Where the receipts do not hold together, and how it shows.</summary>
public sealed record ReceiptFault(int Shard, long Sequence, string Says)
{
    public override string ToString() => $"shard {Shard}, receipt {Sequence}: {Says}";
}
