using ItsmAi.Learning.Bytes;
using ItsmAi.Learning.Classification;
using ItsmAi.Learning.Training;

namespace ItsmAi.Learning.Tests.Classification;

public sealed class LabelledModelsTests
{
    private static LabelledModels Learned { get; } = LabelledModels.Train(
        (Some.Texts(300, seed: 1), null), ["kind", "place"], new TrainingOptions(), CancellationToken.None);

    private static byte[] Bytes { get; } = Learned.ToBytes();

    [Fact]
    public void Every_output_answers()
    {
        IReadOnlyDictionary<string, Prediction> predictions = Learned.Predict("thunder and frost");
        Assert.Equal("weather", predictions["kind"].Label);
        Assert.Equal("sky", predictions["place"].Label);
        Assert.Equal(predictions["place"].Ranked, Learned.Predict("thunder and frost", "place").Ranked);
        Assert.Equal(150, Learned.Figures("place").Accuracy.Rows);
        Assert.Throws<ArgumentOutOfRangeException>(() => Learned.Labels("colour"));
    }

    [Fact]
    public void Similar_texts_carry_their_id_and_label()
    {
        LabelledText asked = Some.Texts(300, seed: 1)[17];
        var nearest = Learned.Nearest(asked.Text, 5);
        Assert.Equal(1, nearest[0].Score, 5);
        Assert.Contains(nearest, found => found.Id == asked.Id && found.Label == asked.Labels["kind"]);
    }

    [Fact]
    public void Bytes_give_the_same_models_back()
    {
        ModelReading<LabelledModels> reading = LabelledModels.Read(Bytes);
        Assert.True(reading.IsRead);
        Assert.Equal(Learned.Version, reading.Model.Version);
        Assert.Equal(Bytes, reading.Model.ToBytes());
        foreach (LabelledText text in Some.Texts(20, seed: 2))
        {
            Assert.Equal(Learned.Nearest(text.Text, 3), reading.Model.Nearest(text.Text, 3));
            Assert.Equal(
                Learned.Explain(text.Text, "kind", "metal", 4), reading.Model.Explain(text.Text, "kind", "metal", 4));
        }
    }

    [Fact]
    public void Bytes_cut_anywhere_or_with_one_bit_changed_are_a_problem_and_never_an_exception()
    {
        var random = new Random(4);
        for (int round = 0; round < 300; round++)
        {
            int at = random.Next(Bytes.Length);
            Assert.False(LabelledModels.Read(Bytes.AsMemory(0, at)).IsRead);
            byte[] changed = [.. Bytes];
            changed[at] ^= (byte)(1 << random.Next(8));
            ModelReading<LabelledModels> reading = LabelledModels.Read(changed);
            Assert.False(reading.IsRead);
            Assert.NotEmpty(reading.Problem.Says);
        }
    }

    [Fact]
    public void Content_that_is_nonsense_under_a_right_hash_is_a_problem_too()
    {
        var random = new Random(5);
        byte[] content = Bytes[48..];
        for (int round = 0; round < 300; round++)
        {
            byte[] changed = [.. content];
            for (int change = 0; change < 3; change++)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            int length = random.Next(2) == 0 ? changed.Length : random.Next(changed.Length);
            byte[] wrapped = Envelope.Wrap(Bytes.AsSpan(0, 8), changed.AsSpan(0, length));
            ModelReading<LabelledModels> reading = LabelledModels.Read(wrapped);
            if (reading.IsRead)
                Assert.NotEmpty(reading.Model.Predict("iron forge"));
        }
    }

    [Theory]
    [InlineData("", "this is not a model file")]
    [InlineData("something else", "this is not a model file")]
    [InlineData("LRN-MANY", "the model is truncated")]
    public void The_problem_says_what_is_wrong(string bytes, string says) =>
        Assert.StartsWith(
            says,
            LabelledModels.Read(System.Text.Encoding.ASCII.GetBytes(bytes)).Problem?.Says,
            StringComparison.Ordinal);

    [Fact]
    public void Another_format_asks_to_train_again()
    {
        byte[] newer = [.. Bytes];
        newer[8] = 9;
        Assert.Equal(
            "the model has format 9; this version reads format 1: train it again",
            LabelledModels.Read(newer).Problem?.Says);
    }

    [Fact]
    public void An_output_that_no_text_has_is_refused() =>
        Assert.Throws<ArgumentException>(() => LabelledModels.Train(
            (Some.Texts(10, seed: 3), null), ["colour"], new TrainingOptions(), CancellationToken.None));
}
