using System.Security.Cryptography;

namespace ItsmAi.Governance.Receipts.Anchors;

/// <summary>
/// The root of a Merkle tree as RFC 6962 section 2.1 has it: a leaf is SHA-256(0x00 ‖ leaf), a node SHA-256(0x01 ‖ left
/// ‖ right), the left half is the largest power of two below the count, and no leaf at all gives SHA-256 of nothing.
/// </summary>
internal static class MerkleRoot
{
    public static byte[] Of(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.IsEmpty) return SHA256.HashData([]);
        if (leaves.Length == 1) return SHA256.HashData([0, .. leaves[0]]);
        var left = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)leaves.Length) / 2;
        return SHA256.HashData([1, .. Of(leaves[..left]), .. Of(leaves[left..])]);
    }
}
