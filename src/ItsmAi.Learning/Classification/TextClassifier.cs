using ItsmAi.Learning.Bytes;
using ItsmAi.Learning.Calibration;
using ItsmAi.Learning.Text;
using ItsmAi.Learning.Training;

namespace ItsmAi.Learning.Classification;

/// <summary>
/// Says of a text which of a closed set of labels it has, and how probable each is: TF-IDF n-grams, a linear support
/// vector machine, one temperature, and limits below which it abstains.
/// </summary>
public sealed class TextClassifier
{
    private const string Output = "label";

    private readonly Vocabulary _vocabulary;
    private readonly LabelHead _head;

    private TextClassifier(Vocabulary vocabulary, LabelHead head)
    {
        _vocabulary = vocabulary;
        _head = head;
        Version = Envelope.VersionOf(Content().Written);
    }

    /// <summary>The SHA-256 of the content, in lower-case hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>The labels, in ordinal order.</summary>
    public IReadOnlyList<string> Labels => _head.Labels;

    /// <summary>From which probability on a prediction does not abstain.</summary>
    public AbstentionLimits Limits => _head.Limits;

    /// <summary>What it did on rows that its training did not see.</summary>
    public ValidationFigures Figures => _head.Figures!;

    internal Vocabulary Vocabulary => _vocabulary;

    internal LabelHead Head => _head;

    private static ReadOnlySpan<byte> Mark => "LRN-TEXT"u8;

    /// <summary>
    /// Learns from the examples; calibrates on the validation examples or, where none are given, on held-out parts.
    /// </summary>
    public static TextClassifier Train(
        IReadOnlyList<Example> examples,
        IReadOnlyList<Example>? validation,
        TrainingOptions options,
        CancellationToken stop)
    {
        var run = new TrainingRun(Labelled(examples), [Output], options, stop);
        (Vocabulary vocabulary, IReadOnlyList<LabelHead> heads) =
            run.Run(validation is null ? null : Labelled(validation));
        return new TextClassifier(vocabulary, heads[0]);
    }

    /// <summary>The labels of a text, the most probable first.</summary>
    public Prediction Predict(string text) => _head.Predict(_vocabulary.Weigh(Tokenizer.Shared(text)));

    /// <summary>The words of the text that weighed most for or against a label, the heaviest first.</summary>
    public IReadOnlyList<WordWeight> Explain(string text, string label, int top) =>
        Explanation.Of(_vocabulary, _head.Weights, text, (_head.NumberOf(label), top));

    /// <summary>Everything it knows, as <see cref="Read"/> takes it.</summary>
    public byte[] ToBytes() => Envelope.Wrap(Mark, Content().Written);

    /// <summary>The classifier that the bytes hold, or what is wrong with them.</summary>
    public static ModelReading<TextClassifier> Read(ReadOnlyMemory<byte> bytes)
    {
        ModelProblem? problem = Envelope.Unwrap(Mark, bytes.Span, out ReadOnlySpan<byte> content, out _);
        if (problem is not null)
            return new ModelReading<TextClassifier>(problem);
        var reader = new ByteReader(content);
        Vocabulary vocabulary = Vocabulary.Read(ref reader);
        LabelHead head = LabelHead.Read(ref reader, vocabulary.Count);
        return reader.IsAtEnd
            ? new ModelReading<TextClassifier>(new TextClassifier(vocabulary, head))
            : new ModelReading<TextClassifier>(Envelope.Inconsistent);
    }

    private ByteWriter Content()
    {
        var writer = new ByteWriter();
        _vocabulary.Write(writer);
        _head.Write(writer);
        return writer;
    }

    private static LabelledText[] Labelled(IReadOnlyList<Example> examples) =>
    [
        .. examples.Select(example => new LabelledText(
            "", example.Text, new Dictionary<string, string>(StringComparer.Ordinal) { [Output] = example.Label })),
    ];
}
