using System.Text;

namespace ItsmAi.Governance.Receipts.Anchors;

/// <summary>How far a shard had come.</summary>
/// <param name="Last">The sequence of its newest line; 0 where there is none.</param>
/// <param name="Hash">The SHA-256 of that line; empty where there is none.</param>
public sealed record ShardHead(int Shard, long Last, string Hash)
{
    /// <summary>What the Merkle tree hashes of it: three words, so that a shell can write them too.</summary>
    internal byte[] Leaf() => Encoding.UTF8.GetBytes($"{Shard} {Last} {Hash}");
}
