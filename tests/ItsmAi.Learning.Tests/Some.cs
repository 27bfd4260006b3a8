using ItsmAi.Learning.Training;

namespace ItsmAi.Learning.Tests;

/// <summary>Made-up texts of three kinds that share filler words.</summary>
internal static class Some
{
    private static readonly string[] Labels = ["fruit", "metal", "weather"];

    private static readonly string[][] Words =
    [
        ["apple", "cherry", "orchard", "ripe", "peel"],
        ["iron", "copper", "forge", "ingot", "alloy"],
        ["rain", "thunder", "cloud", "frost", "breeze"],
    ];

    private static readonly string[] Filler = ["the", "we", "saw", "yesterday", "again", "morning", "little", "old"];

    public static Example[] Examples(int count, int seed, double noise = 0)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Example(random, noise))];
    }

    public static LabelledText[] Texts(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(at => Text(at, random))];
    }

    private static LabelledText Text(int at, Random random)
    {
        Example example = Example(random, 0);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = example.Label };
        if (at % 2 == 0)
            labels["place"] = example.Label == "weather" ? "sky" : "ground";
        return new LabelledText($"t{at}", example.Text, labels);
    }

    private static Example Example(Random random, double noise)
    {
        int kind = random.Next(3);
        string text = string.Join(' ', Enumerable.Range(0, 3).Select(_ => Pick(random, Filler))
            .Concat(Enumerable.Range(0, 2).Select(_ => Pick(random, Words[kind]))));
        return new Example(text, Labels[random.NextDouble() < noise ? random.Next(3) : kind]);
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
