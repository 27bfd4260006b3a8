using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ItsmAi.Learning.Bytes;

/// <summary>
/// Reads what <see cref="ByteWriter"/> wrote. Nothing throws: past the end, or on a length that cannot be, everything
/// reads as zero and <see cref="Failed"/> stays true.
/// </summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>True once something was missing or not as expected.</summary>
    public bool Failed { get; private set; }

    /// <summary>True when everything was read and nothing was amiss.</summary>
    public readonly bool IsAtEnd => !Failed && _rest.IsEmpty;

    public void Expect(bool condition)
    {
        if (condition)
            return;
        Failed = true;
        _rest = default;
    }

    public int Number() => Take(4, out var four) ? BinaryPrimitives.ReadInt32LittleEndian(four) : 0;

    public double Fraction() => Take(8, out var eight) ? BinaryPrimitives.ReadDoubleLittleEndian(eight) : 0;

    public string Text() => Take(Number(), out var letters) ? Encoding.UTF8.GetString(letters) : "";

    public string[] Texts()
    {
        int count = Number();
        Expect(count >= 0 && count <= _rest.Length / 4);
        string[] texts = new string[Failed ? 0 : count];
        for (int at = 0; at < texts.Length; at++)
            texts[at] = Text();
        return texts;
    }

    public T[] Array<T>()
        where T : unmanaged
    {
        int count = Number();
        Expect(count >= 0 && count <= _rest.Length / Unsafe.SizeOf<T>());
        if (Failed || !Take(count * Unsafe.SizeOf<T>(), out var values))
            return [];
        return MemoryMarshal.Cast<byte, T>(values).ToArray();
    }

    public uint Small()
    {
        uint value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            if (_rest.IsEmpty)
                break;
            byte next = _rest[0];
            _rest = _rest[1..];
            value |= (next & 0x7Fu) << shift;
            if (next < 0x80)
                return value;
        }
        Expect(condition: false);
        return 0;
    }

    private bool Take(int count, out ReadOnlySpan<byte> taken)
    {
        Expect(count >= 0 && count <= _rest.Length);
        taken = Failed ? default : _rest[..count];
        _rest = Failed ? default : _rest[count..];
        return !Failed;
    }
}
