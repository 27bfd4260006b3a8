using ItsmAi.Learning.Classification;

namespace ItsmAi.Learning.Text;

/// <summary>Counts the features of one text and weighs them; its memory serves text after text of one thread.</summary>
internal sealed class Weighing
{
    // 1 + ln n for the counts that texts have; beyond, it is worked out.
    private static readonly float[] Damped = [.. Enumerable.Range(0, 256).Select(count => Damp(count))];

    [ThreadStatic]
    private static Weighing? _shared;

    private int[] _counts = [];
    private int[] _features = new int[1024];
    private int[] _occurrences = [];
    private float[] _values = [];
    private float[] _spread = [];
    private int _found;

    public ReadOnlySpan<int> Features => _features.AsSpan(0, _found);

    public ReadOnlySpan<float> Values => _values.AsSpan(0, _found);

    public static Weighing OfThread(int features)
    {
        _shared ??= new Weighing();
        if (_shared._counts.Length < features)
            _shared._counts = new int[features];
        return _shared;
    }

    public void Take(Vocabulary vocabulary, Tokens tokens)
    {
        _found = 0;
        var sink = new CountingSink(this, vocabulary);
        Grams.Walk(tokens, ref sink);
        Weigh(vocabulary);
    }

    /// <summary>
    /// What one occurrence of each feature adds to a label's score, by feature; until <see cref="Forget"/>.
    /// </summary>
    public float[] Spread(LinearWeights weights, int label)
    {
        if (_spread.Length < _counts.Length)
            _spread = new float[_counts.Length];
        for (int at = 0; at < _found; at++)
        {
            int feature = _features[at];
            _spread[feature] = _values[at] * weights.OfFeature(feature)[label] / _occurrences[at];
        }
        return _spread;
    }

    /// <summary>Leaves the spread as it was found: all zero.</summary>
    public void Forget()
    {
        foreach (int feature in Features)
            _spread[feature] = 0;
    }

    private void Weigh(Vocabulary vocabulary)
    {
        if (_values.Length < _features.Length)
            (_values, _occurrences) = (new float[_features.Length], new int[_features.Length]);
        double words = 0, characters = 0;
        for (int at = 0; at < _found; at++)
        {
            int feature = _features[at];
            int count = _occurrences[at] = _counts[feature];
            _counts[feature] = 0;
            float value = (count < Damped.Length ? Damped[count] : Damp(count)) * vocabulary.Rarity(feature);
            _values[at] = value;
            if (vocabulary.IsOfWords(feature))
                words += (double)value * value;
            else
                characters += (double)value * value;
        }
        float perWord = Scale(words), perCharacters = Scale(characters);
        for (int at = 0; at < _found; at++)
            _values[at] *= vocabulary.IsOfWords(_features[at]) ? perWord : perCharacters;
    }

    private void Add(int feature)
    {
        if (feature < 0 || _counts[feature]++ > 0)
            return;
        if (_found == _features.Length)
            Array.Resize(ref _features, 2 * _found);
        _features[_found++] = feature;
    }

    private static float Damp(int count) => count == 0 ? 0 : (float)(1 + Math.Log(count));

    private static float Scale(double squares) => squares > 0 ? (float)(1 / Math.Sqrt(squares)) : 0;

    private readonly struct CountingSink(Weighing weighing, Vocabulary vocabulary) : IGramSink
    {
        public void Word(ulong key, int word) => weighing.Add(vocabulary.Find(key));

        public void Pair(ulong key, int word) => weighing.Add(vocabulary.Find(key));

        public void Characters(ulong key, int word) => weighing.Add(vocabulary.Find(key));
    }
}
