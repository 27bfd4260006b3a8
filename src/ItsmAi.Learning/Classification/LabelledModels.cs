using ItsmAi.Learning.Bytes;
using ItsmAi.Learning.Calibration;
using ItsmAi.Learning.Retrieval;
using ItsmAi.Learning.Text;
using ItsmAi.Learning.Training;

namespace ItsmAi.Learning.Classification;

/// <summary>
/// Several named outputs over one vocabulary, and the texts learned from to be found again by likeness: one file, one
/// version. Holds no text and no word, only keys, weights, ids and labels.
/// </summary>
public sealed class LabelledModels
{
    private readonly Vocabulary _vocabulary;
    private readonly LabelHead[] _heads;
    private readonly SimilarTexts _similar;

    private LabelledModels(Vocabulary vocabulary, LabelHead[] heads, SimilarTexts similar, string? version)
    {
        _vocabulary = vocabulary;
        _heads = heads;
        _similar = similar;
        Outputs = [.. heads.Select(head => head.Output)];
        Version = version ?? Envelope.VersionOf(Content().Written);
    }

    /// <summary>The SHA-256 of the content, in lower-case hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>The names of the outputs; similar texts carry the label of the first.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>How many texts can be found again.</summary>
    public int Texts => _similar.Count;

    private static ReadOnlySpan<byte> Mark => "LRN-MANY"u8;

    /// <summary>
    /// Learns every output from the texts that have a label for it; calibrates on the validation texts or, where none
    /// are given, on held-out parts.
    /// </summary>
    public static LabelledModels Train(
        (IReadOnlyList<LabelledText> Texts, IReadOnlyList<LabelledText>? Validation) rows,
        IReadOnlyList<string> outputs,
        TrainingOptions options,
        CancellationToken stop)
    {
        (Vocabulary vocabulary, IReadOnlyList<LabelHead> heads) =
            new TrainingRun(rows.Texts, outputs, options, stop).Run(rows.Validation);
        var indexed = rows.Texts.Select(text =>
            new IndexedText(text.Id, text.Labels.GetValueOrDefault(outputs[0], ""), text.Text));
        return new LabelledModels(vocabulary, [.. heads], SimilarTexts.Of([.. indexed], stop), version: null);
    }

    /// <summary>What each output says of the text, by the output's name.</summary>
    public IReadOnlyDictionary<string, Prediction> Predict(string text)
    {
        Weighing weighing = _vocabulary.Weigh(Tokenizer.Shared(text));
        var predictions = new Dictionary<string, Prediction>(_heads.Length, StringComparer.Ordinal);
        foreach (LabelHead head in _heads)
            predictions[head.Output] = head.Predict(weighing);
        return predictions;
    }

    /// <summary>What one output says of the text.</summary>
    public Prediction Predict(string text, string output) =>
        Head(output).Predict(_vocabulary.Weigh(Tokenizer.Shared(text)));

    /// <summary>
    /// The words of the text that weighed most for or against a label of an output, the heaviest first.
    /// </summary>
    public IReadOnlyList<WordWeight> Explain(string text, string output, string label, int top) =>
        Explanation.Of(_vocabulary, Head(output).Weights, text, (Head(output).NumberOf(label), top));

    /// <summary>The texts learned from that are nearest to this one, the nearest first.</summary>
    public IReadOnlyList<SimilarText> Nearest(string text, int top) => _similar.Nearest(text, top);

    /// <summary>The labels of an output, in ordinal order.</summary>
    public IReadOnlyList<string> Labels(string output) => Head(output).Labels;

    /// <summary>From which probability on a prediction of an output does not abstain.</summary>
    public AbstentionLimits Limits(string output) => Head(output).Limits;

    /// <summary>What an output did on rows that its training did not see.</summary>
    public ValidationFigures Figures(string output) => Head(output).Figures!;

    /// <summary>Everything they know, as <see cref="Read"/> takes it.</summary>
    public byte[] ToBytes() => Envelope.Wrap(Mark, Content().Written);

    /// <summary>The models that the bytes hold, or what is wrong with them.</summary>
    public static ModelReading<LabelledModels> Read(ReadOnlyMemory<byte> bytes)
    {
        ModelProblem? problem = Envelope.Unwrap(Mark, bytes.Span, out ReadOnlySpan<byte> content, out string version);
        if (problem is not null)
            return new ModelReading<LabelledModels>(problem);
        var reader = new ByteReader(content);
        Vocabulary vocabulary = Vocabulary.Read(ref reader);
        int count = reader.Number();
        reader.Expect(count is > 0 and < 1_000);
        var heads = new LabelHead[reader.Failed ? 0 : count];
        for (int head = 0; head < heads.Length; head++)
            heads[head] = LabelHead.Read(ref reader, vocabulary.Count);
        SimilarTexts similar = SimilarTexts.Read(ref reader);
        return reader.IsAtEnd
            ? new ModelReading<LabelledModels>(new LabelledModels(vocabulary, heads, similar, version))
            : new ModelReading<LabelledModels>(Envelope.Inconsistent);
    }

    private LabelHead Head(string output)
    {
        foreach (LabelHead head in _heads)
            if (string.Equals(head.Output, output, StringComparison.Ordinal))
                return head;
        throw new ArgumentOutOfRangeException(
            nameof(output), output, $"the outputs are {string.Join(", ", Outputs)}");
    }

    private ByteWriter Content()
    {
        var writer = new ByteWriter();
        _vocabulary.Write(writer);
        writer.Number(_heads.Length);
        foreach (LabelHead head in _heads)
            head.Write(writer);
        _similar.Write(writer);
        return writer;
    }
}
