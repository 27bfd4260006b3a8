using ItsmAi.Learning.Bytes;

namespace ItsmAi.Learning.Text;

/// <summary>
/// The n-grams that at least two texts share, each weighed (1 + ln count) × (1 + ln((1 + texts) / (1 + texts with
/// it))). The word part and the character part of a vector each have length 1. Holds keys, not words.
/// </summary>
public sealed class Vocabulary
{
    private readonly KeyTable _table;
    private readonly float[] _rarity;
    private readonly int _wordFeatures;

    internal Vocabulary(KeyTable table, float[] rarity, int wordFeatures)
    {
        _table = table;
        _rarity = rarity;
        _wordFeatures = wordFeatures;
    }

    /// <summary>How many features there are.</summary>
    public int Count => _rarity.Length;

    /// <summary>Learns which n-grams the texts share, and how rare each is.</summary>
    public static Vocabulary Of(IReadOnlyList<string> texts, CancellationToken stop) =>
        new VocabularyCount().Over(texts, stop);

    /// <summary>The text as a vector; empty where it shares no n-gram with the texts learned from.</summary>
    public SparseVector Vector(string text)
    {
        Weighing weighing = Weigh(Tokenizer.Shared(text));
        return new SparseVector(weighing.Features.ToArray(), weighing.Values.ToArray());
    }

    internal int Find(ulong key) => _table.Find(key);

    internal float Rarity(int feature) => _rarity[feature];

    internal bool IsOfWords(int feature) => feature < _wordFeatures;

    /// <summary>The same vector in memory that the thread reuses for the next text.</summary>
    internal Weighing Weigh(Tokens tokens)
    {
        Weighing weighing = Weighing.OfThread(Count);
        weighing.Take(this, tokens);
        return weighing;
    }

    internal SparseRows Rows(IReadOnlyList<string> texts, CancellationToken stop)
    {
        var rows = new SparseRows();
        foreach (string text in texts)
        {
            stop.ThrowIfCancellationRequested();
            Weighing weighing = Weigh(Tokenizer.Shared(text));
            rows.Add(weighing.Features, weighing.Values);
        }
        return rows;
    }

    internal void Write(ByteWriter writer)
    {
        writer.Number(_wordFeatures);
        writer.Array<ulong>(_table.ByNumber());
        writer.Array<float>(_rarity);
    }

    internal static Vocabulary Read(ref ByteReader reader)
    {
        int wordFeatures = reader.Number();
        ulong[] keys = reader.Array<ulong>();
        float[] rarity = reader.Array<float>();
        var table = new KeyTable(keys.Length);
        foreach (ulong key in keys)
            table.Add(key == 0 ? 1 : key);
        reader.Expect(table.Count == rarity.Length && wordFeatures >= 0 && wordFeatures <= rarity.Length);
        return new Vocabulary(table, rarity, wordFeatures);
    }
}
