namespace ItsmAi.Governance.Receipts;

/// <summary>Where the receipts, or the anchors that witness them, do not hold together, and how it shows.</summary>
/// <param name="Shard">Null where it is an anchor that does not hold.</param>
/// <param name="Sequence">The receipt's number in its shard, or the anchor's.</param>
public sealed record ReceiptFault(int? Shard, long Sequence, string Says)
{
    /// <summary>The last number, where a run of them is at fault.</summary>
    public long? Until { get; init; }

    /// <summary>The receipt's id, where it can still be read.</summary>
    public string? Receipt { get; init; }

    public override string ToString()
    {
        var number = Until is { } until && until > Sequence ? $"s {Sequence} to {until}" : $" {Sequence}";
        return Shard is { } shard ? $"shard {shard}, receipt{number}: {Says}" : $"anchor{number}: {Says}";
    }

    internal static ReceiptFault OfAnchor(long sequence, string says) => new(null, sequence, says);
}
