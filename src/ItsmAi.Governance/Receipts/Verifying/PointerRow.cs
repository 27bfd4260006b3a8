using System.Buffers.Text;

namespace ItsmAi.Governance.Receipts.Verifying;

/// <summary>A pointer as a walk needs it: whose it is, and where and what it says that the line is.</summary>
internal readonly record struct PointerRow(long Sequence, string Id, Digest Hash)
{
    private static ReadOnlySpan<byte> Before => "{\"sequence\":"u8;

    private static ReadOnlySpan<byte> Between => ",\"hash\":\""u8;

    private static ReadOnlySpan<byte> After => "\"}"u8;

    /// <summary>
    /// Reads the bytes exactly as <see cref="ReceiptPointer"/> is written and in no other form: a pointer has no hash
    /// of its own that would betray another spelling.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> content, string id, out PointerRow pointer)
    {
        pointer = default;
        if (!content.StartsWith(Before) || !content.EndsWith(After)) return false;
        var rest = content[Before.Length..];
        if (rest[0] is < (byte)'1' or > (byte)'9') return false;
        if (!Utf8Parser.TryParse(rest, out long sequence, out var digits) || !rest[digits..].StartsWith(Between)) return false;
        var hash = rest[(digits + Between.Length)..];
        if (hash.Length < After.Length || !Digest.TryRead(hash[..^After.Length], out var digest)) return false;
        pointer = new PointerRow(sequence, id, digest);
        return true;
    }
}
