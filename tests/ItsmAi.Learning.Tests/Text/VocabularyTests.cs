using ItsmAi.Learning.Text;

namespace ItsmAi.Learning.Tests.Text;

public sealed class VocabularyTests
{
    private static readonly string[] Texts = ["red apple pie", "green apple tart", "red herring"];

    private static Vocabulary Learned => Vocabulary.Of(Texts, TestContext.Current.CancellationToken);

    [Fact]
    public void Only_what_two_texts_share_is_kept()
    {
        // Words: red, apple. Characters: "_re red ed_ _red red_ _red_" and the twelve of _apple_; "_re" and "ed_" too.
        Vocabulary vocabulary = Learned;
        Assert.True(vocabulary.Find(Grams.WordKey("apple")) >= 0);
        Assert.Equal(-1, vocabulary.Find(Grams.WordKey("green")));
        Assert.Equal(2 + 6 + 12 + Shared("green", "tart", "herring", "pie"), vocabulary.Count);
    }

    [Fact]
    public void The_word_part_and_the_character_part_have_length_one_each()
    {
        SparseVector vector = Learned.Vector("apple apple red pear");
        Assert.Equal(2, vector.Values.ToArray().Sum(value => value * value), 4);
        Assert.Equal(vector.Count, vector.Features.ToArray().Distinct().Count());
    }

    [Fact]
    public void Counts_are_damped_and_rare_words_weigh_more()
    {
        SparseVector vector = Learned.Vector("apple apple red");
        double apple = Value(vector, "apple"), red = Value(vector, "red");
        Assert.Equal((1 + Math.Log(2)) / 1, apple / red, 4);
    }

    [Fact]
    public void A_text_that_shares_nothing_is_empty() => Assert.Equal(0, Learned.Vector("zzz qqq").Count);

    [Fact]
    public void Different_ngrams_have_different_keys()
    {
        var keys = new Dictionary<ulong, string>();
        var random = new Random(5);
        for (int at = 0; at < 400_000; at++)
        {
            string word = new([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)random.Next('a', 'z'))]);
            Assert.True(keys.TryAdd(Grams.WordKey(word), word) || keys[Grams.WordKey(word)] == word);
        }
    }

    // Of the other words only "_re" (red, red) are shared; green, tart, herring and pie share nothing twice.
    private static int Shared(params string[] words)
    {
        var counts = words.SelectMany(word => Characters($" {word} ").Distinct()).CountBy(gram => gram);
        var known = Characters(" red ").Concat(Characters(" apple "));
        return counts.Count(pair => pair.Value >= 2 && !known.Contains(pair.Key));
    }

    private static IEnumerable<string> Characters(string padded) =>
        from size in Enumerable.Range(Grams.ShortestCharacters, 3)
        from start in Enumerable.Range(0, Math.Max(0, padded.Length - size + 1))
        select padded.Substring(start, size);

    private static double Value(SparseVector vector, string word) =>
        vector.Values.Span[vector.Features.Span.IndexOf(Learned.Find(Grams.WordKey(word)))];
}
