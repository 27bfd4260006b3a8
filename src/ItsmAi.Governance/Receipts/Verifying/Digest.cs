using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ItsmAi.Governance.Receipts.Verifying;

/// <summary>A SHA-256 as a value, so that a walk over many receipts makes no text of each.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Digest(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    private const int Size = 32;

    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789abcdef"u8);

    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(bytes, hash);
        return MemoryMarshal.Read<Digest>(hash);
    }

    /// <summary>Reads 64 lower case digits and nothing else: another spelling would be another line.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Digest digest)
    {
        digest = default;
        if (text.Length != 2 * Size || text.ContainsAnyExcept(Digits)) return false;
        Span<byte> hash = stackalloc byte[Size];
        Convert.FromHexString(text, hash, out _, out _);
        digest = MemoryMarshal.Read<Digest>(hash);
        return true;
    }

    public static Digest? TryRead(string text) =>
        TryRead(System.Text.Encoding.UTF8.GetBytes(text), out var digest) ? digest : null;

    public override string ToString()
    {
        Span<byte> hash = stackalloc byte[Size];
        MemoryMarshal.Write(hash, this);
        return Convert.ToHexStringLower(hash);
    }
}
