using System.Numerics;
using System.Runtime.CompilerServices;

namespace ItsmAi.Learning.Text;

/// <summary>
/// Numbers 64-bit keys 0, 1, 2 … in the order they were first added; open addressing, linear probing.
/// </summary>
internal sealed class KeyTable
{
    private ulong[] _keys;
    private int[] _numbers;
    private int _mask;

    public KeyTable(int expected)
    {
        int slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * expected));
        _keys = new ulong[slots];
        _numbers = new int[slots];
        _mask = slots - 1;
    }

    public int Count { get; private set; }

    /// <summary>The key's number, or −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong key)
    {
        ulong[] keys = _keys;
        int slot = (int)key & _mask;
        while (keys[slot] != key)
        {
            if (keys[slot] == 0)
                return -1;
            slot = (slot + 1) & _mask;
        }
        return _numbers[slot];
    }

    /// <summary>The key's number, given now when it is new.</summary>
    public int Add(ulong key)
    {
        int slot = (int)key & _mask;
        while (_keys[slot] != key)
        {
            if (_keys[slot] == 0)
                return Insert(key, slot);
            slot = (slot + 1) & _mask;
        }
        return _numbers[slot];
    }

    /// <summary>The keys by their numbers.</summary>
    public ulong[] ByNumber()
    {
        ulong[] ordered = new ulong[Count];
        for (int slot = 0; slot < _keys.Length; slot++)
            if (_keys[slot] != 0)
                ordered[_numbers[slot]] = _keys[slot];
        return ordered;
    }

    private int Insert(ulong key, int slot)
    {
        _keys[slot] = key;
        _numbers[slot] = Count++;
        int number = Count - 1;
        if (2 * Count > _keys.Length)
            Grow();
        return number;
    }

    private void Grow()
    {
        (ulong[] keys, int[] numbers) = (_keys, _numbers);
        _keys = new ulong[2 * keys.Length];
        _numbers = new int[_keys.Length];
        _mask = _keys.Length - 1;
        for (int old = 0; old < keys.Length; old++)
        {
            if (keys[old] == 0)
                continue;
            int slot = (int)keys[old] & _mask;
            while (_keys[slot] != 0)
                slot = (slot + 1) & _mask;
            _keys[slot] = keys[old];
            _numbers[slot] = numbers[old];
        }
    }
}
