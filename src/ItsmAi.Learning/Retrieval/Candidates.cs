namespace ItsmAi.Learning.Retrieval;

/// <summary>Sums of shares by text, for one question after the other of one thread.</summary>
internal sealed class Candidates
{
    [ThreadStatic]
    private static Candidates? _shared;

    private readonly PriorityQueue<int, (float Score, int Before)> _best = new();
    private float[] _sums = [];
    private int[] _touched = new int[1024];
    private int _count;

    public static Candidates OfThread(int texts)
    {
        _shared ??= new Candidates();
        if (_shared._sums.Length < texts)
            _shared._sums = new float[texts];
        return _shared;
    }

    public void Add(int text, float share)
    {
        if (_sums[text] == 0)
        {
            if (_count == _touched.Length)
                Array.Resize(ref _touched, 2 * _count);
            _touched[_count++] = text;
        }
        _sums[text] += share;
    }

    /// <summary>The texts with the highest sums times their factor, in no order; forgets every sum.</summary>
    public int[] Best(int most, float[] factors)
    {
        _best.Clear();
        float least = 0;
        foreach (int text in _touched.AsSpan(0, _count))
        {
            float score = _sums[text] * factors[text];
            _sums[text] = 0;
            if (_best.Count == most && score < least)
                continue;
            // Of equal scores the earlier text stands higher.
            _best.Enqueue(text, (score, -text));
            if (_best.Count > most)
                _best.Dequeue();
            if (_best.TryPeek(out _, out (float Score, int Before) last))
                least = last.Score;
        }
        _count = 0;
        return [.. _best.UnorderedItems.Select(item => item.Element)];
    }
}
