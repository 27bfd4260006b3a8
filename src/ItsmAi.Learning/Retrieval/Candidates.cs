using System.Numerics;

namespace ItsmAi.Learning.Retrieval;

/// <summary>
/// Sums of shares, one for each text, for one question after the other of one thread. Adding is a bare addition; the
/// best are found by one pass over all sums, which for 35,000 texts costs less than remembering which were touched.
/// </summary>
internal sealed class Candidates
{
    [ThreadStatic]
    private static Candidates? _shared;

    private readonly PriorityQueue<int, (float Score, int Before)> _best = new();
    private float[] _sums = [];
    private float _least;

    /// <summary>The thread's sums, all zero.</summary>
    public static Candidates OfThread(int texts)
    {
        _shared ??= new Candidates();
        if (_shared._sums.Length < texts)
            _shared._sums = new float[texts];
        return _shared;
    }

    /// <summary>Adds the share that goes with its count to each text.</summary>
    public void Add(ReadOnlySpan<int> texts, ReadOnlySpan<byte> counts, ReadOnlySpan<float> shareOfCount)
    {
        float[] sums = _sums;
        counts = counts[..texts.Length];
        for (int at = 0; at < texts.Length; at++)
            sums[texts[at]] += shareOfCount[counts[at]];
    }

    /// <summary>The texts with the highest sums times their factor, in no order; every sum is zero again.</summary>
    public int[] Best(int most, float[] factors)
    {
        _best.Clear();
        _least = 0;
        int text = 0;
        for (; text + Vector<float>.Count <= factors.Length; text += Vector<float>.Count)
        {
            Vector<float> scores = new Vector<float>(_sums, text) * new Vector<float>(factors, text);
            if (Vector.GreaterThanAny(scores, new Vector<float>(_least)))
                for (int lane = 0; lane < Vector<float>.Count; lane++)
                    Offer(text + lane, scores[lane], most);
        }
        for (; text < factors.Length; text++)
            Offer(text, _sums[text] * factors[text], most);
        _sums.AsSpan(0, factors.Length).Clear();
        return [.. _best.UnorderedItems.Select(item => item.Element)];
    }

    // Texts come in order, so one that only equals the least stands behind it and stays out.
    private void Offer(int text, float score, int most)
    {
        if (score <= _least)
            return;
        if (_best.Count == most)
            _best.Dequeue();
        _best.Enqueue(text, (score, -text));
        if (_best.Count == most && _best.TryPeek(out _, out (float Score, int Before) last))
            _least = last.Score;
    }
}
