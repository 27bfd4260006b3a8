namespace ItsmAi.Learning.Text;

/// <summary>Counts in how many texts each n-gram stands, and keeps those that stand in two or more.</summary>
internal sealed class VocabularyCount
{
    private const int FewestTexts = 2;

    private readonly Part _words = new();
    private readonly Part _characters = new();

    public Vocabulary Over(IReadOnlyList<string> texts, CancellationToken stop)
    {
        for (int text = 0; text < texts.Count; text++)
        {
            stop.ThrowIfCancellationRequested();
            var sink = new PartSink(_words, _characters, text);
            Grams.Walk(Tokenizer.Shared(texts[text]), ref sink);
        }
        var table = new KeyTable(_words.Kept + _characters.Kept);
        var rarity = new List<float>(_words.Kept + _characters.Kept);
        _words.AddTo(table, rarity, texts.Count);
        int wordFeatures = rarity.Count;
        _characters.AddTo(table, rarity, texts.Count);
        return new Vocabulary(table, [.. rarity], wordFeatures);
    }

    private sealed class Part
    {
        private readonly KeyTable _table = new(1 << 16);
        private readonly List<(int Texts, int Last)> _seen = [];

        public int Kept => _seen.Count(entry => entry.Texts >= FewestTexts);

        public void Count(ulong key, int text)
        {
            int number = _table.Add(key);
            if (number == _seen.Count)
                _seen.Add((1, text));
            else if (_seen[number].Last != text)
                _seen[number] = (_seen[number].Texts + 1, text);
        }

        public void AddTo(KeyTable table, List<float> rarity, int texts)
        {
            ulong[] keys = _table.ByNumber();
            for (int number = 0; number < keys.Length; number++)
            {
                int with = _seen[number].Texts;
                if (with < FewestTexts)
                    continue;
                // A key that both parts use would be counted with the first: one feature, one place.
                if (table.Add(keys[number]) == rarity.Count)
                    rarity.Add((float)(1 + Math.Log((1.0 + texts) / (1.0 + with))));
            }
        }
    }

    private readonly struct PartSink(Part words, Part characters, int text) : IGramSink
    {
        public void Word(ulong key, int word) => words.Count(key, text);

        public void Pair(ulong key, int word) => words.Count(key, text);

        public void Characters(ulong key, int word) => characters.Count(key, text);
    }
}
