using ItsmAi.Governance.Suggestions;
using ItsmAi.Incidents.Triage;
using ItsmAi.Learning.Classification;

namespace ItsmAi.Hosting.Reactions;

/// <summary>Asks the trained models about one ticket's text and puts their answers into the words of triage.</summary>
public sealed class PredictTriage(LabelledModels models)
{
    /// <summary>What the commands train first: the label column, whatever it is called.</summary>
    private readonly string _category = models.Outputs[0];

    private readonly Versions _versions = new(models.Version[..12], TaxonomyOf(models));

    public TriagePrediction Of(string text)
    {
        var predictions = models.Predict(text);
        var category = predictions[_category];
        return new TriagePrediction
        {
            Categories = category.IsFamiliar ? Ranked(category, 5) : [],
            Threshold = category.Limits.Vouched,
            Teams = Output(predictions, "team"),
            Impacts = Output(predictions, "impact"),
            Urgencies = Output(predictions, "urgency"),
            WordsFor = [.. models.Explain(text, _category, category.Label, 6).Where(word => word.Weight > 0).Select(word => word.Word)],
            Similar = [.. models.Nearest(text, 3).Select(near => new SimilarTicket(near.Id, near.Label, near.Score))],
            Versions = _versions,
        };
    }

    private static List<Candidate> Output(IReadOnlyDictionary<string, Prediction> predictions, string output) =>
        predictions.TryGetValue(output, out var prediction) && prediction.IsFamiliar ? Ranked(prediction, 3) : [];

    private static List<Candidate> Ranked(Prediction prediction, int most) =>
        [.. prediction.Ranked.Take(most).Select(label => new Candidate(label.Label, Math.Round(label.Probability, 6)))];

    private static string TaxonomyOf(LabelledModels models)
    {
        var labels = string.Join('\n', models.Labels(models.Outputs[0]));
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(labels));
        return Convert.ToHexStringLower(hash.AsSpan(0, 6));
    }
}
