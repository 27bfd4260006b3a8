using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Records;
using ItsmAi.Learning.Classification;

namespace ItsmAi.Hosting.Reactions;

/// <summary>
/// Finds the trained model: in the file that the configuration names, else in the store. Where there is none, or it
/// cannot be read, triage abstains and somebody owes a mended one.
/// </summary>
public static class TriageModel
{
    /// <summary>Where a model lies that was put into the store.</summary>
    public static RecordKey Key { get; } = new("models", "triage", "current");

    // Cosine similarities of equal texts differ by rounding alone.
    private const double TheSame = 0.9999;

    /// <summary>The trained models as triage asks them.</summary>
    public static LoadedModel Of(LabelledModels model) => new(
        model.Version[..12],
        model.Labels(model.Outputs[0]),
        new PredictTriage(model).Of,
        text => model.Nearest(text, 1) is [{ Score: >= TheSame }, ..]);

    public static async Task<LoadedModel> Load(
        string? path, IRecordStore records, ObligationBook obligations, PolicyDocument policy,
        TextWriter log, TimeProvider clock, CancellationToken stop)
    {
        var (bytes, place) = path is null
            ? ((await records.Find(Key, stop))?.Content, "the store")
            : (File.Exists(path) ? (ReadOnlyMemory<byte>?)await File.ReadAllBytesAsync(path, stop) : null, path);
        var reading = bytes is { } there ? LabelledModels.Read(there) : null;
        if (reading is { IsRead: true, Model: { } model })
            return Of(model);
        var problem = reading?.Problem?.Says ?? "there is none";
        await log.WriteLineAsync($"no model from {place}: {problem}; triage abstains");
        await obligations.Add(
            new Obligation
            {
                Id = $"model-{clock.GetUtcNow():yyyyMMdd}",
                Owner = policy.Owner,
                Kind = ObligationKind.Repair,
                RaisedAt = clock.GetUtcNow(),
                DueAt = policy.DecideBy(clock.GetUtcNow()),
                Says = $"triage has no model from {place}: {problem}; train one and name it in the configuration",
                About = "model",
            },
            stop);
        return LoadedModel.None;
    }
}
