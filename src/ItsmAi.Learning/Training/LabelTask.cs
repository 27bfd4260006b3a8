namespace ItsmAi.Learning.Training;

/// <summary>One output to learn: its labels in ordinal order and, for each text, the number of its label.</summary>
internal sealed class LabelTask
{
    /// <summary>The text has no label for this output.</summary>
    public const int Unlabelled = -3;

    /// <summary>The text has a label that training never saw.</summary>
    public const int Unseen = -2;

    /// <summary>The text belongs to no class.</summary>
    public const int OutOfScope = -1;

    private LabelTask(string output, string[] labels, int[] truths)
    {
        Output = output;
        Labels = labels;
        Truths = truths;
    }

    public string Output { get; }

    public string[] Labels { get; }

    public int[] Truths { get; }

    public static LabelTask Of(string output, IReadOnlyList<LabelledText> texts)
    {
        string[] labels =
        [
            .. texts.Select(text => text.Labels.GetValueOrDefault(output, Example.OutOfScope))
                .Where(label => label != Example.OutOfScope).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        if (labels.Length == 0)
            throw new ArgumentException($"no text has a label for the output \"{output}\"", nameof(texts));
        return new LabelTask(output, labels, NumbersOf(output, labels, texts));
    }

    /// <summary>The same output and labels over other texts.</summary>
    public LabelTask Over(IReadOnlyList<LabelledText> texts) => new(Output, Labels, NumbersOf(Output, Labels, texts));

    /// <summary>The same output and labels over some of the texts.</summary>
    public LabelTask Over(IReadOnlyList<int> chosen) => new(Output, Labels, [.. chosen.Select(text => Truths[text])]);

    /// <summary>Each label's share of the labelled texts, of one text more for each label.</summary>
    public double[] Shares()
    {
        double[] shares = [.. Enumerable.Repeat(1.0, Labels.Length)];
        foreach (int truth in Truths)
            if (truth >= 0)
                shares[truth]++;
        double sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }

    private static int[] NumbersOf(string output, string[] labels, IReadOnlyList<LabelledText> texts) =>
    [
        .. texts.Select(text =>
            text.Labels.TryGetValue(output, out string? label) ? NumberOf(labels, label) : Unlabelled),
    ];

    private static int NumberOf(string[] labels, string label)
    {
        if (label == Example.OutOfScope)
            return OutOfScope;
        int number = Array.BinarySearch(labels, label, StringComparer.Ordinal);
        return number < 0 ? Unseen : number;
    }
}
