using ItsmAi.Learning.Bytes;

namespace ItsmAi.Learning.Detecting;

/// <summary>How many rows a day has, by the median step of the first rows; 0 until that is known.</summary>
internal sealed class RowsPerDay
{
    private const int Learned = 50;

    private readonly long[] _steps = new long[Learned];
    private int _count;
    private long _last = long.MinValue;

    public int Day { get; private set; }

    public void Add(TimeSpan time)
    {
        if (_last != long.MinValue && time.Ticks > _last && _count < Learned)
        {
            _steps[_count++] = time.Ticks - _last;
            if (_count == Learned)
            {
                long[] sorted = [.. _steps.Order()];
                Day = (int)Math.Round(TimeSpan.TicksPerDay / (double)sorted[Learned / 2]);
            }
        }
        _last = Math.Max(_last, time.Ticks);
    }

    public void Write(ByteWriter into)
    {
        into.Array<long>([.. _steps, _last, _count, Day]);
    }

    public void Read(ref ByteReader from)
    {
        long[] numbers = from.Array<long>();
        from.Expect(numbers.Length == Learned + 3);
        from.Expect(!from.Failed && numbers[Learned + 1] is >= 0 and <= Learned && numbers[Learned + 2] is >= 0 and <= int.MaxValue);
        if (from.Failed)
            return;
        numbers.AsSpan(0, Learned).CopyTo(_steps);
        (_last, _count, Day) = (numbers[Learned], (int)numbers[Learned + 1], (int)numbers[Learned + 2]);
    }
}
