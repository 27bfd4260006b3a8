using ItsmAi.Learning.Bytes;
using ItsmAi.Learning.Text;

namespace ItsmAi.Learning.Retrieval;

/// <summary>For each word the texts it stands in, in order, and how often: what a cosine over words needs.</summary>
internal sealed class InvertedIndex
{
    private const int MostCounted = 255;
    private static readonly float[] Damped =
        [0, .. Enumerable.Range(1, MostCounted).Select(count => (float)(1 + Math.Log(count)))];

    private readonly KeyTable _words;
    private readonly int[] _starts;
    private readonly int[] _texts;
    private readonly byte[] _counts;
    private readonly float[] _rarity;

    private InvertedIndex(KeyTable words, int[] starts, (int[] Texts, byte[] Counts) postings, int texts)
    {
        _words = words;
        _starts = starts;
        (_texts, _counts) = postings;
        _rarity = new float[starts.Length - 1];
        for (int word = 0; word < _rarity.Length; word++)
            _rarity[word] = (float)(1 + Math.Log((1.0 + texts) / (1.0 + starts[word + 1] - starts[word])));
        PerLength = new float[texts];
        for (int word = 0; word < _rarity.Length; word++)
            for (int at = starts[word]; at < starts[word + 1]; at++)
                PerLength[_texts[at]] += Square(_rarity[word] * Damped[_counts[at]]);
        for (int text = 0; text < texts; text++)
            PerLength[text] = PerLength[text] > 0 ? 1 / MathF.Sqrt(PerLength[text]) : 0;
    }

    /// <summary>One over the length of each text's vector; 0 for a text without words.</summary>
    public float[] PerLength { get; }

    public static InvertedIndex Of(IReadOnlyList<IndexedText> texts, CancellationToken stop)
    {
        var words = new KeyTable(1 << 12);
        var postings = new List<List<(int Text, byte Count)>>();
        for (int text = 0; text < texts.Count; text++)
        {
            stop.ThrowIfCancellationRequested();
            Tokens tokens = Tokenizer.Shared(texts[text].Text);
            for (int word = 0; word < tokens.Count; word++)
                Count(postings, words.Add(Grams.WordKey(tokens[word])), text);
        }
        int[] starts = new int[postings.Count + 1];
        for (int word = 0; word < postings.Count; word++)
            starts[word + 1] = starts[word] + postings[word].Count;
        (int[], byte[]) flat =
            ([.. postings.SelectMany(list => list.Select(entry => entry.Text))],
            [.. postings.SelectMany(list => list.Select(entry => entry.Count))]);
        return new InvertedIndex(words, starts, flat, texts.Count);
    }

    public int Find(ulong key) => _words.Find(key);

    public int TextsWith(int word) => _starts[word + 1] - _starts[word];

    public float Weight(int word, int count) => _rarity[word] * Damped[Math.Min(count, MostCounted)];

    /// <summary>Adds a word's share of the cosine, times the text's length, to every text it stands in.</summary>
    public void Walk(int word, float weight, Candidates candidates)
    {
        float scaled = weight * _rarity[word];
        Span<float> shareOfCount = stackalloc float[MostCounted + 1];
        for (int count = 0; count < shareOfCount.Length; count++)
            shareOfCount[count] = scaled * Damped[count];
        int texts = TextsWith(word);
        candidates.Add(_texts.AsSpan(_starts[word], texts), _counts.AsSpan(_starts[word], texts), shareOfCount);
    }

    /// <summary>The same share for one text.</summary>
    public float Share(int word, float weight, int text)
    {
        int at = Array.BinarySearch(_texts, _starts[word], TextsWith(word), text);
        return at < 0 ? 0 : weight * _rarity[word] * Damped[_counts[at]];
    }

    public void Write(ByteWriter writer)
    {
        writer.Number(PerLength.Length);
        writer.Array<ulong>(_words.ByNumber());
        for (int word = 0; word < _rarity.Length; word++)
        {
            writer.Small((uint)TextsWith(word));
            int previous = -1;
            for (int at = _starts[word]; at < _starts[word + 1]; at++)
            {
                writer.Small((uint)(_texts[at] - previous));
                writer.Small(_counts[at]);
                previous = _texts[at];
            }
        }
    }

    public static InvertedIndex Read(ref ByteReader reader)
    {
        int texts = reader.Number();
        ulong[] keys = reader.Array<ulong>();
        var words = new KeyTable(keys.Length);
        foreach (ulong key in keys)
            words.Add(key == 0 ? 1 : key);
        reader.Expect(words.Count == keys.Length && texts >= 0);
        var postings = PostingLists.Read(ref reader, keys.Length, texts);
        return reader.Failed
            ? new InvertedIndex(new KeyTable(1), [0], ([], []), 0)
            : new InvertedIndex(words, postings.Starts, (postings.Texts, postings.Counts), texts);
    }

    private static void Count(List<List<(int Text, byte Count)>> postings, int word, int text)
    {
        if (word == postings.Count)
            postings.Add([]);
        List<(int Text, byte Count)> list = postings[word];
        if (list.Count > 0 && list[^1].Text == text)
            list[^1] = (text, (byte)Math.Min(list[^1].Count + 1, MostCounted));
        else
            list.Add((text, 1));
    }

    private static float Square(float value) => value * value;
}
