using ItsmAi.Connectors.Records;

namespace ItsmAi.Connectors.Tests.Records;

public sealed class KeyTextTests
{
    [Fact]
    public void Every_character_decodes_to_itself_and_sorts_after_the_one_before()
    {
        var before = "";
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var key = KeyText.Encode($"{(char)unit}");

            Assert.Equal($"{(char)unit}", KeyText.Decode(key));
            Assert.True(string.CompareOrdinal(before, key) < 0, $"{unit:X4}");
            Assert.DoesNotContain(
                key, sign => char.IsControl(sign) || char.IsSurrogate(sign) || "/\\#?%'".Contains(sign));
            before = key;
        }
    }

    [Fact]
    public void Encoded_texts_sort_as_the_texts_do()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var (one, other) = (Any(random), Any(random));

            Assert.Equal(
                Math.Sign(string.CompareOrdinal(one, other)),
                Math.Sign(string.CompareOrdinal(KeyText.Encode(one), KeyText.Encode(other))));
            Assert.Equal(one, KeyText.Decode(KeyText.Encode(one)));
        }
    }

    [Theory]
    [InlineData("rt-main:61", "rt-main:61")]
    [InlineData("2026-03-01", "2026-03-01")]
    [InlineData("a/b.c", "a.1b.0c")]
    public void Ordinary_keys_stay_legible(string text, string key) => Assert.Equal(key, KeyText.Encode(text));

    private static string Any(Random random)
    {
        const string Edges = "\u0000 ,-./0>?@[\\]}~\u007F\u009F\u00A0\uD7FA\uD7FB\uD800\uDFFF\uE000\uFFFC\uFFFD\uFFFF";
        return string.Concat(random.GetItems<char>(Edges, random.Next(0, 5)));
    }
}
