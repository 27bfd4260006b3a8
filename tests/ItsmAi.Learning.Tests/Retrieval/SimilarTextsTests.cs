using ItsmAi.Learning.Retrieval;

namespace ItsmAi.Learning.Tests.Retrieval;

public sealed class SimilarTextsTests
{
    private static readonly IndexedText[] Texts =
    [
        new("1", "a", "the printer is out of toner"),
        new("2", "b", "the vpn tunnel is down"),
        new("3", "a", "toner toner toner"),
        new("4", "", ""),
        new("5", "b", "the vpn tunnel is down"),
    ];

    private static SimilarTexts Index => SimilarTexts.Of(Texts, TestContext.Current.CancellationToken);

    [Fact]
    public void A_text_is_nearest_to_itself_and_equals_come_in_their_order()
    {
        IReadOnlyList<SimilarText> found = Index.Nearest("The VPN tunnel is DOWN", 2);
        Assert.Equal(["2", "5"], found.Select(text => text.Id));
        Assert.All(found, text => Assert.Equal(1, text.Score, 5));
        Assert.Equal("b", found[0].Label);
    }

    [Theory]
    [InlineData("")]
    [InlineData("unknown words only")]
    public void Nothing_in_common_finds_nothing(string text) => Assert.Empty(Index.Nearest(text, 3));

    [Fact]
    public void Scores_are_the_cosines_of_a_plain_computation()
    {
        var random = new Random(8);
        IndexedText[] texts = [.. Enumerable.Range(0, 60).Select(at => new IndexedText($"{at}", "", Words(random)))];
        SimilarTexts index = SimilarTexts.Of(texts, TestContext.Current.CancellationToken);
        for (int round = 0; round < 12; round++)
        {
            string asked = Words(random);
            double[] plain = [.. texts.Select(text => Cosine(asked, text.Text, texts)).OrderDescending().Take(5)];
            double[] found = [.. index.Nearest(asked, 5).Select(text => text.Score)];
            Assert.Equal(plain.Where(score => score > 0).Count(), found.Length);
            for (int at = 0; at < found.Length; at++)
                Assert.Equal(plain[at], found[at], 5);
        }
    }

    private static string Words(Random random) =>
        string.Join(
            ' ',
            Enumerable.Range(0, random.Next(3, 15)).Select(_ => $"w{(int)(40 * Math.Pow(random.NextDouble(), 2))}"));

    private static double Cosine(string left, string right, IndexedText[] texts)
    {
        Dictionary<string, double> one = Weights(left, texts), other = Weights(right, texts);
        double dot = one.Sum(pair => pair.Value * other.GetValueOrDefault(pair.Key));
        return dot / Math.Sqrt(one.Values.Sum(value => value * value) * other.Values.Sum(value => value * value));
    }

    private static Dictionary<string, double> Weights(string text, IndexedText[] texts) =>
        text.Split(' ').CountBy(word => word)
            .Select(pair => (pair.Key, pair.Value, With: texts.Count(one => one.Text.Split(' ').Contains(pair.Key))))
            .Where(word => word.With > 0)
            .ToDictionary(
                word => word.Key,
                word => (1 + Math.Log(word.Value)) * (1 + Math.Log((1.0 + texts.Length) / (1.0 + word.With))));
}
