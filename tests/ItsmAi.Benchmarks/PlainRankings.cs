using ItsmAi.Learning.Retrieval;

namespace ItsmAi.Benchmarks;

/// <summary>The peers of article search, as textbooks have them: BM25 over all words, and TF-IDF cosine over words and pairs.</summary>
internal sealed class PlainRankings
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    // The function words that a plain English stop list holds and that occur in questions.
    private static readonly HashSet<string> Stopped =
        [.. ("a about after all also an and any are as at be because been before being between both but by can cannot could do does down "
            + "during each for from further had has have having he her here how i if in into is it its itself may me more most must my no nor "
            + "not now of off on once only or other our out over own same see several she should since so some still such than that the their "
            + "them then there these they this those through to too under until up us very was we were what when where which while who why "
            + "will with within without would you your").Split(' ')];

    private readonly List<Dictionary<string, int>> _words = [];
    private readonly List<Dictionary<string, int>> _grams = [];
    private readonly Dictionary<string, int> _wordsIn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _gramsIn = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<IndexedDocument> _documents;
    private readonly double[] _lengths;
    private readonly double _meanLength;

    public PlainRankings(IReadOnlyList<IndexedDocument> documents)
    {
        _documents = documents;
        foreach (var document in documents)
        {
            var text = $"{document.Title} {document.Body}";
            _words.Add(Counted(Words(text, stops: false), _wordsIn));
            _grams.Add(Counted(Grams(text), _gramsIn));
        }

        _lengths = [.. _grams.Select(grams => Length(grams))];
        _meanLength = _words.Average(words => words.Values.Sum());
    }

    public IReadOnlyList<string> Bm25(string question, int top) => Top(top, document =>
    {
        var (words, length) = (_words[document], _words[document].Values.Sum());
        return Words(question, stops: false).Sum(word =>
        {
            if (!words.TryGetValue(word, out var count)) return 0;
            var rarity = Math.Log(1 + ((_documents.Count - _wordsIn[word] + 0.5) / (_wordsIn[word] + 0.5)));
            return rarity * count * (1 + Saturation) / (count + (Saturation * (1 - LengthShare + (LengthShare * length / _meanLength))));
        });
    });

    public IReadOnlyList<string> Cosine(string question, int top)
    {
        var asked = Grams(question).GroupBy(gram => gram).Where(gram => _gramsIn.ContainsKey(gram.Key))
            .ToDictionary(gram => gram.Key, gram => Weight(gram.Key, gram.Count()));
        return Top(top, document => _lengths[document] == 0
            ? 0
            : asked.Sum(gram => _grams[document].TryGetValue(gram.Key, out var count) ? gram.Value * Weight(gram.Key, count) : 0) / _lengths[document]);
    }

    private List<string> Top(int top, Func<int, double> score) =>
        [.. Enumerable.Range(0, _documents.Count).Select(document => (document, score: score(document))).Where(one => one.score > 0)
            .OrderByDescending(one => one.score).Take(top).Select(one => _documents[one.document].Id)];

    private double Weight(string gram, int count) =>
        (1 + Math.Log(count)) * (1 + Math.Log((1.0 + _documents.Count) / (1 + _gramsIn[gram])));

    private double Length(Dictionary<string, int> grams) => Math.Sqrt(grams.Sum(gram => Math.Pow(Weight(gram.Key, gram.Value), 2)));

    private static Dictionary<string, int> Counted(IEnumerable<string> terms, Dictionary<string, int> documentsWith)
    {
        var counts = terms.GroupBy(term => term).ToDictionary(term => term.Key, term => term.Count());
        foreach (var term in counts.Keys) documentsWith[term] = documentsWith.GetValueOrDefault(term) + 1;
        return counts;
    }

    private static IEnumerable<string> Grams(string text)
    {
        string? before = null;
        foreach (var word in Words(text, stops: true))
        {
            yield return word;
            if (before is not null) yield return $"{before} {word}";
            before = word;
        }
    }

    private static IEnumerable<string> Words(string text, bool stops)
    {
        for (var (at, start) = (0, 0); at <= text.Length; at++)
        {
            if (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_')) continue;
            if (at - start > 1 && text[start..at].ToLowerInvariant() is var word && !(stops && Stopped.Contains(word))) yield return word;
            start = at + 1;
        }
    }
}
