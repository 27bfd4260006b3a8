using ItsmAi.Learning.Bytes;
using ItsmAi.Learning.Calibration;
using ItsmAi.Learning.Evaluation;
using ItsmAi.Learning.Text;
using ItsmAi.Learning.Training;

namespace ItsmAi.Learning.Classification;

/// <summary>What turns a text's features into the probabilities of one output's labels.</summary>
internal sealed record LabelHead(string Output, IReadOnlyList<string> Labels, LinearWeights Weights, double[] Shares)
{
    // Below this many scores live on the stack.
    private const int FewLabels = 512;

    public double Beta { get; private init; } = 1;

    public AbstentionLimits Limits { get; private init; } = AbstentionLimits.Never;

    public ValidationFigures? Figures { get; private init; }

    /// <summary>Calibrates weights on rows that they did not see.</summary>
    public static LabelHead Of(LabelTask task, LinearWeights weights, IReadOnlyList<HeldOutRow> heldOut)
    {
        HeldOutRow[] known = [.. heldOut.Where(row => row.Scores is not null && row.Truth >= 0)];
        var head = new LabelHead(task.Output, task.Labels, weights, task.Shares())
        {
            Beta = TemperatureScaling.Fit([.. known.Select(row => row.Scores!)], [.. known.Select(row => row.Truth)]),
        };
        JudgedRow[] judged =
        [
            .. head.Answer(heldOut).Where(row => row.Prediction.IsFamiliar)
                .Select(row => new JudgedRow(row.Prediction.Probability, row.Truth == row.Prediction.Label)),
        ];
        head = head with { Limits = AbstentionLimits.Of(judged) };
        return head with { Figures = ValidationFigures.Of(head.Answer(heldOut)) };
    }

    public Prediction Predict(Weighing weighing)
    {
        if (weighing.Features.IsEmpty)
            return Unfamiliar();
        Span<float> scores = Labels.Count <= FewLabels ? stackalloc float[Labels.Count] : new float[Labels.Count];
        Weights.Scores(weighing.Features, weighing.Values, scores);
        return Familiar(scores);
    }

    /// <summary>The number of a label of the set.</summary>
    public int NumberOf(string label)
    {
        for (int number = 0; number < Labels.Count; number++)
            if (string.Equals(Labels[number], label, StringComparison.Ordinal))
                return number;
        throw new ArgumentOutOfRangeException(
            nameof(label), label, $"output {Output} knows {string.Join(", ", Labels)}");
    }

    public void Write(ByteWriter writer)
    {
        writer.Text(Output);
        writer.Texts([.. Labels]);
        writer.Array<double>(Shares);
        writer.Fraction(Beta);
        writer.Fraction(Limits.Measured);
        writer.Fraction(Limits.Vouched);
        Figures!.Write(writer);
        Weights.Write(writer);
    }

    public static LabelHead Read(ref ByteReader reader, int features)
    {
        string output = reader.Text();
        string[] labels = reader.Texts();
        double[] shares = reader.Array<double>();
        reader.Expect(labels.Length > 0 && shares.Length == labels.Length);
        double beta = reader.Fraction();
        var limits = new AbstentionLimits(reader.Fraction(), reader.Fraction());
        ValidationFigures figures = ValidationFigures.Read(ref reader);
        LinearWeights weights = LinearWeights.Read(ref reader, features, labels.Length);
        return new LabelHead(output, labels, weights, shares) { Beta = beta, Limits = limits, Figures = figures };
    }

    private LabelProbability[] Rank(ReadOnlySpan<double> probabilities)
    {
        var ranked = new LabelProbability[Labels.Count];
        for (int label = 0; label < ranked.Length; label++)
            ranked[label] = new LabelProbability(Labels[label], probabilities[label]);
        ranked.AsSpan().Sort(static (left, right) =>
        {
            int byProbability = right.Probability.CompareTo(left.Probability);
            return byProbability != 0 ? byProbability : string.CompareOrdinal(left.Label, right.Label);
        });
        return ranked;
    }

    private Prediction Familiar(ReadOnlySpan<float> scores)
    {
        Span<double> probabilities = Labels.Count <= FewLabels
            ? stackalloc double[Labels.Count] : new double[Labels.Count];
        TemperatureScaling.Softmax(scores, Beta, probabilities);
        return new Prediction(Rank(probabilities), IsFamiliar: true, Limits);
    }

    private Prediction Unfamiliar() => new(Rank(Shares), IsFamiliar: false, Limits);

    private List<(string Truth, Prediction Prediction)> Answer(IReadOnlyList<HeldOutRow> heldOut) =>
    [
        .. heldOut.Select(row => (
            row.Truth == LabelTask.OutOfScope ? Example.OutOfScope : row.Truth < 0 ? "" : Labels[row.Truth],
            row.Scores is null ? Unfamiliar() : Familiar(row.Scores))),
    ];
}
