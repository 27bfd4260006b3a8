using ItsmAi.Learning.Text;

namespace ItsmAi.Learning.Classification;

/// <summary>
/// Shares a label's score out to the words of the text: a word's own weight, half of each pair it stands in, and the
/// characters within it. The shares and the bias add up to the score.
/// </summary>
internal static class Explanation
{
    /// <summary>The words that weighed most, the heaviest first whichever way it pulled.</summary>
    public static IReadOnlyList<WordWeight> Of(
        Vocabulary vocabulary, LinearWeights weights, string text, (int Label, int Top) asked)
    {
        Tokens tokens = Tokenizer.Shared(text);
        Weighing weighing = vocabulary.Weigh(tokens);
        double[] byWord = new double[tokens.Count];
        var sink = new SharingSink(vocabulary, weighing.Spread(weights, asked.Label), byWord);
        Grams.Walk(tokens, ref sink);
        weighing.Forget();
        return Heaviest(tokens, byWord, asked.Top);
    }

    private static List<WordWeight> Heaviest(Tokens tokens, double[] byWord, int top)
    {
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        var known = sums.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int word = 0; word < byWord.Length; word++)
            known[tokens[word]] = known.TryGetValue(tokens[word], out double sum) ? sum + byWord[word] : byWord[word];
        return
        [
            .. sums.Where(pair => pair.Value != 0)
                .OrderByDescending(pair => Math.Abs(pair.Value)).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(top).Select(pair => new WordWeight(pair.Key, pair.Value)),
        ];
    }

    private readonly struct SharingSink(Vocabulary vocabulary, float[] perOccurrence, double[] byWord) : IGramSink
    {
        public void Word(ulong key, int word) => byWord[word] += Of(key);

        public void Pair(ulong key, int word)
        {
            double half = Of(key) / 2;
            byWord[word] += half;
            byWord[word + 1] += half;
        }

        public void Characters(ulong key, int word) => byWord[word] += Of(key);

        private float Of(ulong key)
        {
            int feature = vocabulary.Find(key);
            return feature < 0 ? 0 : perOccurrence[feature];
        }
    }
}
