namespace ItsmAi.Learning.Retrieval;

/// <summary>
/// How terms are weighed. Chosen on two sets of questions to support articles, in round numbers; the same for every library.
/// </summary>
internal static class DocumentRules
{
    /// <summary>A word of the title counts as so many of the body.</summary>
    public const int TitleCounts = 2;

    // BM25F (Robertson and Zaragoza 2009): a question that describes symptoms at length wants later saturation than three words do.
    private const double Saturation = 2;
    private const double TitleLengthShare = 0.5;
    private const double BodyLengthShare = 0.9;

    /// <summary>The weight of BM25F beside the cosine, each divided by the best of its kind.</summary>
    public const double FieldsShare = 0.3;

    // A rare term tells more than the logarithm says where questions are long.
    private const double RarityPower = 1.5;

    private static readonly double[] Logarithms = [.. Enumerable.Range(0, 1024).Select(count => 1 + Math.Log(Math.Max(count, 1)))];

    public static double Damped(int count) => count < Logarithms.Length ? Logarithms[count] : 1 + Math.Log(count);

    /// <summary>What a term weighs in a document's vector, but for how rare it is.</summary>
    public static double Weight(int title, int body) => Damped((TitleCounts * title) + body);

    public static double CosineRarity(int documents, int with) => Math.Pow(1 + Math.Log((1.0 + documents) / (1.0 + with)), RarityPower);

    public static double FieldsRarity(int documents, int with) =>
        Math.Pow(Math.Log(1 + ((documents - with + 0.5) / (with + 0.5))), RarityPower);

    /// <summary>What a count in each field is worth, where the fields are so many times as long as the mean.</summary>
    public static FieldLengths Lengths(double title, double body) => new(
        TitleCounts / (1 - TitleLengthShare + (TitleLengthShare * title)), 1 / (1 - BodyLengthShare + (BodyLengthShare * body)));

    /// <summary>The saturated count of a term over both fields.</summary>
    public static double Fields(int title, int body, FieldLengths lengths)
    {
        double counted = (title * lengths.Title) + (body * lengths.Body);
        return counted * (1 + Saturation) / (Saturation + counted);
    }
}
