using System.Security.Cryptography;
using System.Text.Json;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Commands.Receipts.Evidence;

/// <summary>
/// The unbroken run of a shard that a pack holds: from the first of its lines that lies in the period to the last, so that
/// each line but the first is followed from within.
/// </summary>
internal sealed class PackedShard(int shard)
{
    public int Shard { get; } = shard;

    public long First { get; private set; }

    public long Last { get; private set; }

    /// <summary>What the first line says of the one before it, which is not in the pack.</summary>
    public string Previous { get; private set; } = "";

    /// <summary>The SHA-256 of the last line.</summary>
    public string Hash { get; private set; } = "";

    public SortedDictionary<string, int> Kinds { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Policies { get; } = new(StringComparer.Ordinal);

    public bool IsEmpty => Last == 0;

    public bool Holds(long sequence) => First <= sequence && sequence <= Last;

    /// <summary>The line lies in the period, and so does all between it and the first that did.</summary>
    public void Reach(long sequence)
    {
        if (First == 0) First = sequence;
        Last = sequence;
    }

    /// <summary>The line goes into the pack.</summary>
    public void Pack(long sequence, ReadOnlyMemory<byte> content)
    {
        Hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        if (Read(content) is not { } line) return;
        if (sequence == First) Previous = line.Previous;
        var kind = $"{line.Receipt.Kind}";
        Kinds[kind] = Kinds.GetValueOrDefault(kind) + 1;
        if (line.Receipt.PolicyVersion is { } policy) Policies.Add(policy);
    }

    /// <summary>Null where somebody made something else of the line; that is for the walk to name, and it is evidence too.</summary>
    public static ReceiptLine? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            return DecisionBook.Parse(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
