using ItsmAi.Learning.Classification;
using ItsmAi.Learning.Text;

namespace ItsmAi.Learning.Training;

/// <summary>
/// Learns every output from the texts and calibrates each on texts that its learning did not see: those given for it,
/// or parts held out in turn; then all texts are learned from.
/// </summary>
internal sealed class TrainingRun(
    IReadOnlyList<LabelledText> texts, IReadOnlyList<string> outputs, TrainingOptions options, CancellationToken stop)
{
    private readonly LabelTask[] _tasks = [.. outputs.Select(output => LabelTask.Of(output, texts))];
    private readonly string[] _texts = [.. texts.Select(text => text.Text)];

    public (Vocabulary Vocabulary, IReadOnlyList<LabelHead> Heads) Run(IReadOnlyList<LabelledText>? validation)
    {
        List<HeldOutRow>[] heldOut = [.. _tasks.Select(_ => new List<HeldOutRow>())];
        if (validation is null)
            JudgeParts(heldOut);
        options.Progress?.Report(validation is null ? 0.7 : 0.02);
        Fit fit = Fit.Of(_texts, _tasks, options, stop);
        options.Progress?.Report(0.95);
        if (validation is not null)
            Collect(fit, validation.Select(text => text.Text).ToArray(), task => task.Over(validation), heldOut);
        var heads = new LabelHead[_tasks.Length];
        for (int output = 0; output < heads.Length; output++)
            heads[output] = LabelHead.Of(_tasks[output], fit.Weights[output], heldOut[output]);
        options.Progress?.Report(1);
        return (fit.Vocabulary, heads);
    }

    private void JudgeParts(List<HeldOutRow>[] heldOut)
    {
        int parts = Math.Min(options.Folds, _texts.Length);
        int rounds = _texts.Length >= TrainingOptions.RowsForOneHoldOut ? 1 : parts;
        if (parts < 2)
            return;
        int[] dealt = [.. Enumerable.Range(0, _texts.Length)];
        new Random(options.Seed).Shuffle(dealt);
        for (int round = 0; round < rounds; round++)
        {
            int[] seen = [.. dealt.Where((_, at) => at % parts != round)];
            int[] unseen = [.. dealt.Where((_, at) => at % parts == round)];
            Fit fit = Fit.Of(TextsOf(seen), [.. _tasks.Select(task => task.Over(seen))], options, stop);
            Collect(fit, TextsOf(unseen), task => task.Over(unseen), heldOut);
            options.Progress?.Report(0.7 * (round + 1) / rounds);
        }
    }

    private void Collect(Fit fit, string[] unseen, Func<LabelTask, LabelTask> over, List<HeldOutRow>[] heldOut)
    {
        for (int output = 0; output < _tasks.Length; output++)
            heldOut[output].AddRange(fit.Judge(unseen, output, over(_tasks[output])));
    }

    private string[] TextsOf(int[] chosen) => [.. chosen.Select(text => _texts[text])];
}
