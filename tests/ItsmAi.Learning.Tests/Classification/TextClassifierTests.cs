using ItsmAi.Learning.Bytes;
using ItsmAi.Learning.Classification;
using ItsmAi.Learning.Training;

namespace ItsmAi.Learning.Tests.Classification;

public sealed class TextClassifierTests
{
    private static TextClassifier Learned { get; } = Train(Some.Examples(400, seed: 1, noise: 0.1));

    [Fact]
    public void What_tells_the_kinds_apart_is_learned() =>
        Assert.InRange(Some.Examples(100, seed: 2).Count(row => Learned.Predict(row.Text).Label == row.Label), 95, 100);

    [Fact]
    public void Probabilities_are_ordered_and_sum_to_one_over_every_label()
    {
        foreach (Example row in Some.Examples(100, seed: 3).Append(new Example("", "")))
        {
            Prediction prediction = Learned.Predict(row.Text);
            double[] probabilities = [.. prediction.Ranked.Select(ranked => ranked.Probability)];
            Assert.Equal(probabilities.OrderDescending(), probabilities);
            Assert.Equal(1, probabilities.Sum(), 9);
            Assert.Equal(["fruit", "metal", "weather"], prediction.Ranked.Select(ranked => ranked.Label).Order());
        }
    }

    [Fact]
    public void Probabilities_come_from_rows_that_training_did_not_see()
    {
        // A tenth of the labels are drawn at random, so a first label is right in about 93 of 100 rows, never in all.
        Assert.InRange(Learned.Figures.Accuracy.Share, 0.88, 0.98);
        Assert.InRange(Learned.Predict("the old iron forge").Probability, 0.8, 0.99);
        Assert.Equal(400, Learned.Figures.Accuracy.Rows);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zzz 12345 qqq")]
    public void An_unfamiliar_text_abstains_and_still_names_a_label(string text)
    {
        Prediction prediction = Learned.Predict(text);
        Assert.True(prediction.Abstains && prediction.AbstainsWithCaution && !prediction.IsFamiliar);
        Assert.NotEmpty(prediction.Label);
    }

    [Fact]
    public void Random_labels_are_never_relied_upon()
    {
        TextClassifier chance = Train(Some.Examples(600, seed: 4, noise: 1));
        Assert.InRange(chance.Figures.Accuracy.Share, 0.25, 0.42);
        Assert.All(Some.Examples(50, seed: 5), row => Assert.True(chance.Predict(row.Text).AbstainsWithCaution));
    }

    [Fact]
    public void Rows_out_of_scope_are_no_class()
    {
        Example[] rows = [.. Some.Examples(200, seed: 6), new("parrots and pirates", Example.OutOfScope)];
        TextClassifier classifier = Train(rows);
        Assert.Equal(["fruit", "metal", "weather"], classifier.Labels);
        Assert.Equal(1, classifier.Figures.Rejected.Rows);
        Assert.Equal(200, classifier.Figures.Accuracy.Rows);
    }

    [Fact]
    public void The_words_that_weighed_are_named_and_add_up_to_the_score()
    {
        IReadOnlyList<WordWeight> weights = Learned.Explain("The iron, iron cherry again", "metal", 10);
        Assert.Equal("iron", weights[0].Word);
        Assert.True(weights[0].Weight > 0);
        Assert.True(weights.Single(word => word.Word == "cherry").Weight < 0);
        double[] heights = [.. weights.Select(word => Math.Abs(word.Weight))];
        Assert.Equal(heights.OrderDescending(), heights);
        Assert.Equal(4, weights.Count);
        int metal = Learned.Head.NumberOf("metal");
        float[] scores = new float[3];
        var vector = Learned.Vocabulary.Vector("The iron, iron cherry again");
        Learned.Head.Weights.Scores(vector.Features.Span, vector.Values.Span, scores);
        Assert.Equal(scores[metal], weights.Sum(word => word.Weight) + Learned.Head.Weights.Bias(metal), 4);
        Assert.Throws<ArgumentOutOfRangeException>(() => Learned.Explain("iron", "wood", 3));
    }

    [Fact]
    public void The_same_seed_gives_the_same_version_on_any_number_of_threads()
    {
        Example[] rows = Some.Examples(150, seed: 7);
        string version = Train(rows, new TrainingOptions { Threads = 1 }).Version;
        Assert.Equal(version, Train(rows, new TrainingOptions { Threads = 4 }).Version);
        Assert.NotEqual(version, Train(rows, new TrainingOptions { Seed = 2 }).Version);
    }

    [Fact]
    public void Bytes_give_the_same_classifier_back()
    {
        ModelReading<TextClassifier> reading = TextClassifier.Read(Learned.ToBytes());
        Assert.True(reading.IsRead);
        Assert.Equal(Learned.Version, reading.Model.Version);
        Assert.Equal(Learned.Figures, reading.Model.Figures);
        foreach (Example row in Some.Examples(30, seed: 8))
            Assert.Equal(Learned.Predict(row.Text).Ranked, reading.Model.Predict(row.Text).Ranked);
    }

    [Fact]
    public void Training_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            TextClassifier.Train(Some.Examples(50, seed: 9), null, new TrainingOptions(), stop.Token));
    }

    private static TextClassifier Train(Example[] rows, TrainingOptions? options = null) =>
        TextClassifier.Train(rows, null, options ?? new TrainingOptions(), CancellationToken.None);
}
