using System.Security.Cryptography;
using System.Text.Json;

namespace ItsmAi.Governance.Receipts.Anchors;

/// <summary>
/// A statement of how far every shard had come, kept where whoever can rewrite receipts cannot reach. It names the hash
/// of the one before, so that none can be changed or taken out from between.
/// </summary>
/// <param name="Sequence">From 1.</param>
/// <param name="Previous">The SHA-256 of the bytes of the anchor before; empty for the first.</param>
/// <param name="Root">The Merkle root over the heads: 64 digits that stand for every receipt, for a letterhead or a notary.</param>
public sealed record Anchor(
    long Sequence, DateTimeOffset At, string Previous, string Root, IReadOnlyList<ShardHead> Heads)
{
    private const string Before = "anchor-";
    private const string After = ".json";

    /// <summary>The name under which an anchor is kept: names sort as the anchors do.</summary>
    public static string NameOf(long sequence) => $"{Before}{sequence:D12}{After}";

    /// <summary>The sequence in a name; null where the name is not an anchor's.</summary>
    public static long? SequenceIn(string name) =>
        name.StartsWith(Before, StringComparison.Ordinal)
        && name.EndsWith(After, StringComparison.Ordinal)
        && long.TryParse(name.AsSpan()[Before.Length..^After.Length], System.Globalization.NumberStyles.None, null, out var sequence)
        && name == NameOf(sequence)
            ? sequence
            : null;

    public static string RootOf(IReadOnlyList<ShardHead> heads) =>
        Convert.ToHexStringLower(MerkleRoot.Of([.. heads.Select(head => head.Leaf())]));

    public static string HashOf(ReadOnlyMemory<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content.Span));

    /// <summary>The bytes as they are kept: one line of JSON.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, AnchorJson.Default.Anchor);

    /// <summary>The anchor in these bytes; null where they are not exactly as we write one.</summary>
    public static Anchor? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            return JsonSerializer.Deserialize(content.Span, AnchorJson.Default.Anchor) is { Heads: not null } anchor
                && anchor.Write().AsSpan().SequenceEqual(content.Span)
                    ? anchor
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
