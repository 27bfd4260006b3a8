using System.Numerics;
using System.Runtime.InteropServices;
using ItsmAi.Learning.Bytes;

namespace ItsmAi.Learning.Classification;

/// <summary>
/// A weight for each feature and label, a feature's weights side by side, rounded as they are stored.
/// </summary>
internal sealed class LinearWeights
{
    private readonly float[] _byFeature;
    private readonly float[] _bias;

    private LinearWeights(float[] byFeature, float[] bias)
    {
        _byFeature = byFeature;
        _bias = bias;
    }

    public int Labels => _bias.Length;

    public int Features => _byFeature.Length / Math.Max(1, _bias.Length);

    /// <summary>Turns the weights of each label into those of each feature; the bias stands last in each.</summary>
    public static LinearWeights Of(IReadOnlyList<float[]> byLabel)
    {
        int labels = byLabel.Count, features = byLabel[0].Length - 1;
        float[] byFeature = new float[labels * features];
        for (int label = 0; label < labels; label++)
            for (int feature = 0; feature < features; feature++)
                byFeature[(feature * labels) + label] = (float)(Half)byLabel[label][feature];
        return new LinearWeights(byFeature, [.. byLabel.Select(weights => weights[features])]);
    }

    public float Bias(int label) => _bias[label];

    public ReadOnlySpan<float> OfFeature(int feature) => _byFeature.AsSpan(feature * Labels, Labels);

    /// <summary>Each label's bias plus the weights times the values.</summary>
    public void Scores(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> scores)
    {
        _bias.CopyTo(scores);
        for (int at = 0; at < features.Length; at++)
            AddScaled(OfFeature(features[at]), values[at], scores);
    }

    public void Write(ByteWriter writer)
    {
        Half[] halves = new Half[_byFeature.Length];
        for (int at = 0; at < halves.Length; at++)
            halves[at] = (Half)_byFeature[at];
        writer.Array<float>(_bias);
        writer.Array<Half>(halves);
    }

    public static LinearWeights Read(ref ByteReader reader, int features, int labels)
    {
        float[] bias = reader.Array<float>();
        Half[] halves = reader.Array<Half>();
        reader.Expect(bias.Length == labels && halves.LongLength == (long)features * labels);
        float[] byFeature = new float[halves.Length];
        for (int at = 0; at < halves.Length; at++)
            byFeature[at] = (float)halves[at];
        return new LinearWeights(byFeature, bias);
    }

    private static void AddScaled(ReadOnlySpan<float> weights, float value, Span<float> scores)
    {
        ReadOnlySpan<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(weights);
        Span<Vector<float>> wideScores = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var factor = new Vector<float>(value);
        for (int at = 0; at < wide.Length; at++)
            wideScores[at] += wide[at] * factor;
        for (int at = wide.Length * Vector<float>.Count; at < weights.Length; at++)
            scores[at] += weights[at] * value;
    }
}
