using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ItsmAi.Learning.Bytes;

/// <summary>
/// What stands around a model's content: a mark of its kind, the format's number, the length and the SHA-256 of the
/// content. The hash is the model's version, so the same content has the same version everywhere.
/// </summary>
internal static class Envelope
{
    private const int Format = 1;
    private const int MarkLength = 8;
    private const int HeadLength = MarkLength + 4 + 4 + SHA256.HashSizeInBytes;

    public static ModelProblem Inconsistent { get; } =
        new("the model is damaged: its parts do not fit together although the hash is right; train it again");

    public static string VersionOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static byte[] Wrap(ReadOnlySpan<byte> mark, ReadOnlySpan<byte> content)
    {
        byte[] bytes = new byte[HeadLength + content.Length];
        mark.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(MarkLength), Format);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(MarkLength + 4), content.Length);
        SHA256.HashData(content, bytes.AsSpan(MarkLength + 8));
        content.CopyTo(bytes.AsSpan(HeadLength));
        return bytes;
    }

    /// <summary>The content, or why it cannot be used.</summary>
    public static ModelProblem? Unwrap(
        ReadOnlySpan<byte> mark, ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> content, out string version)
    {
        content = default;
        version = "";
        if (bytes.Length < MarkLength || !bytes[..MarkLength].SequenceEqual(mark))
            return new ModelProblem("this is not a model file: its first eight bytes are not a model's mark");
        if (bytes.Length < HeadLength)
            return new ModelProblem($"the model is truncated: {bytes.Length} bytes do not hold its head");
        int format = BinaryPrimitives.ReadInt32LittleEndian(bytes[MarkLength..]);
        if (format != Format)
            return new ModelProblem(
                $"the model has format {format}; this version reads format {Format}: train it again");
        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes[(MarkLength + 4)..]);
        ReadOnlySpan<byte> rest = bytes[HeadLength..];
        if (rest.Length != length)
            return new ModelProblem($"the model is truncated: {rest.Length} bytes of content instead of {length}");
        version = VersionOf(rest);
        string noted = Convert.ToHexStringLower(bytes.Slice(MarkLength + 8, SHA256.HashSizeInBytes));
        if (noted != version)
            return new ModelProblem($"the model is damaged: its content has the hash {version}, not {noted}");
        content = rest;
        return null;
    }
}
