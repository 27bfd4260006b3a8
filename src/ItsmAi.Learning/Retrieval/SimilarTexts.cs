using System.Runtime.InteropServices;
using ItsmAi.Learning.Bytes;
using ItsmAi.Learning.Text;

namespace ItsmAi.Learning.Retrieval;

/// <summary>
/// Finds the texts nearest to a text: cosine of (1 + ln count) × (1 + ln((1 + texts) / (1 + texts with it))) over
/// words. Candidates come from the rarest words first until the work is enough; their cosines are exact.
/// </summary>
public sealed class SimilarTexts
{
    // About 0.1 ms. On 34,000 tickets 40,000 postings already find 98.7 % of the five nearest that all postings find.
    private const int MostPostings = 60_000;
    private const int CandidatesPerResult = 4;
    private const int FewestCandidates = 24;

    private readonly InvertedIndex _index;
    private readonly string[] _ids;
    private readonly string[] _labels;

    private SimilarTexts(InvertedIndex index, string[] ids, string[] labels)
    {
        _index = index;
        _ids = ids;
        _labels = labels;
    }

    /// <summary>How many texts there are to find.</summary>
    public int Count => _ids.Length;

    /// <summary>Indexes the texts; of equally near ones the earlier is found first.</summary>
    public static SimilarTexts Of(IReadOnlyList<IndexedText> texts, CancellationToken stop) =>
        new(InvertedIndex.Of(texts, stop), [.. texts.Select(text => text.Id)], [.. texts.Select(text => text.Label)]);

    /// <summary>The nearest texts, the nearest first; only such as share a word that is looked at.</summary>
    public IReadOnlyList<SimilarText> Nearest(string text, int top)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(top);
        List<QueryWord> words = WordsOf(text);
        if (words.Count == 0)
            return [];
        Candidates candidates = Candidates.OfThread(Count);
        int walked = 0;
        foreach (QueryWord word in words)
        {
            int length = _index.TextsWith(word.Word);
            if (walked > 0 && walked + length > MostPostings)
                break;
            _index.Walk(word.Word, word.Weight, candidates);
            walked += length;
        }
        int[] best = candidates.Best(Math.Max(FewestCandidates, CandidatesPerResult * top), _index.PerLength);
        return Exact(best, words, top);
    }

    internal void Write(ByteWriter writer)
    {
        writer.Texts(_ids);
        string[] different = [.. _labels.Distinct(StringComparer.Ordinal)];
        writer.Texts(different);
        foreach (string label in _labels)
            writer.Small((uint)Array.IndexOf(different, label));
        _index.Write(writer);
    }

    internal static SimilarTexts Read(ref ByteReader reader)
    {
        string[] ids = reader.Texts();
        string[] different = reader.Texts();
        string[] labels = new string[ids.Length];
        for (int text = 0; text < labels.Length; text++)
        {
            uint number = reader.Small();
            reader.Expect(number < different.Length);
            labels[text] = reader.Failed ? "" : different[number];
        }
        InvertedIndex index = InvertedIndex.Read(ref reader);
        reader.Expect(index.PerLength.Length == ids.Length);
        return new SimilarTexts(index, ids, labels);
    }

    private SimilarText[] Exact(int[] best, List<QueryWord> words, int top)
    {
        double perLength = 1 / Math.Sqrt(words.Sum(word => (double)word.Weight * word.Weight));
        var scored = new (double Score, int Text)[best.Length];
        for (int at = 0; at < best.Length; at++)
        {
            double sum = 0;
            foreach (QueryWord word in words)
                sum += _index.Share(word.Word, word.Weight, best[at]);
            scored[at] = (Math.Min(1, sum * perLength * _index.PerLength[best[at]]), best[at]);
        }
        Array.Sort(scored, static (left, right) =>
            left.Score != right.Score ? right.Score.CompareTo(left.Score) : left.Text.CompareTo(right.Text));
        return [.. scored.Take(top).Select(item => new SimilarText(_ids[item.Text], _labels[item.Text], item.Score))];
    }

    private List<QueryWord> WordsOf(string text)
    {
        Tokens tokens = Tokenizer.Shared(text);
        var counts = new Dictionary<int, int>(tokens.Count);
        for (int at = 0; at < tokens.Count; at++)
        {
            int word = _index.Find(Grams.WordKey(tokens[at]));
            if (word >= 0)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        }
        var words = new List<QueryWord>(counts.Count);
        foreach ((int word, int count) in counts)
            words.Add(new QueryWord(word, _index.Weight(word, count), _index.TextsWith(word)));
        words.Sort(static (left, right) =>
            left.Texts != right.Texts ? left.Texts.CompareTo(right.Texts) : left.Word.CompareTo(right.Word));
        return words;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct QueryWord(int Word, float Weight, int Texts);
}
