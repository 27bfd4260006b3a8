using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ItsmAi.Learning.Bytes;

/// <summary>Writes numbers, texts and arrays one after the other, lowest byte first.</summary>
internal sealed class ByteWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Number(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
    }

    public void Fraction(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
    }

    public void Text(string value) => Array<byte>(Encoding.UTF8.GetBytes(value));

    public void Texts(IReadOnlyCollection<string> values)
    {
        Number(values.Count);
        foreach (string value in values)
            Text(value);
    }

    public void Array<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Number(values.Length);
        _bytes.Write(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Seven bits a byte, the highest bit saying that more follow.</summary>
    public void Small(uint value)
    {
        Span<byte> into = _bytes.GetSpan(5);
        int at = 0;
        for (; value >= 0x80; value >>= 7)
            into[at++] = (byte)(value | 0x80);
        into[at++] = (byte)value;
        _bytes.Advance(at);
    }
}
