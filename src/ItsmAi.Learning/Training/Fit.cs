using ItsmAi.Learning.Classification;
using ItsmAi.Learning.Text;

namespace ItsmAi.Learning.Training;

/// <summary>A vocabulary and the weights of every output, learned from one set of texts.</summary>
internal sealed record Fit(Vocabulary Vocabulary, IReadOnlyList<LinearWeights> Weights)
{
    public static Fit Of(
        IReadOnlyList<string> texts, IReadOnlyList<LabelTask> tasks, TrainingOptions options, CancellationToken stop)
    {
        Vocabulary vocabulary = Vocabulary.Of(texts, stop);
        SparseRows rows = vocabulary.Rows(texts, stop);
        return new Fit(vocabulary, [.. tasks.Select(task => Weigh(rows, vocabulary.Count, task, options, stop))]);
    }

    /// <summary>The scores of texts that this fit did not see, for one output.</summary>
    public IEnumerable<HeldOutRow> Judge(IReadOnlyList<string> texts, int output, LabelTask task)
    {
        for (int text = 0; text < texts.Count; text++)
        {
            if (task.Truths[text] == LabelTask.Unlabelled)
                continue;
            Weighing weighing = Vocabulary.Weigh(Tokenizer.Shared(texts[text]));
            float[]? scores = weighing.Features.IsEmpty ? null : new float[task.Labels.Length];
            if (scores is not null)
                Weights[output].Scores(weighing.Features, weighing.Values, scores);
            yield return new HeldOutRow(scores, task.Truths[text]);
        }
    }

    private static LinearWeights Weigh(
        SparseRows rows, int features, LabelTask task, TrainingOptions options, CancellationToken stop)
    {
        int[] chosen =
            [.. Enumerable.Range(0, rows.Count).Where(row => task.Truths[row] >= LabelTask.OutOfScope)];
        int[] truths = [.. chosen.Select(row => task.Truths[row])];
        var machine = new LinearSupportVectorMachine(rows, chosen, options.CostFor(chosen.Length), features);
        float[][] byLabel = new float[task.Labels.Length][];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = stop };
        Parallel.For(0, byLabel.Length, parallel, label =>
            byLabel[label] = machine.Fit(row => truths[row] == label, options.Seed + label, stop));
        return LinearWeights.Of(byLabel);
    }
}
