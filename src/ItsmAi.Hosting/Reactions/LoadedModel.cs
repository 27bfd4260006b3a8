using ItsmAi.Incidents.Triage;

namespace ItsmAi.Hosting.Reactions;

/// <summary>The model that triage asks, with the labels that it can know.</summary>
/// <param name="Version">The first characters of its SHA-256; <c>none</c> where there is none.</param>
/// <param name="HasLearned">Whether it was trained on this very text: to be right about that proves nothing.</param>
public sealed record LoadedModel(
    string Version, IReadOnlyList<string> Labels, Func<string, TriagePrediction?> Predict, Func<string, bool> HasLearned)
{
    /// <summary>Without a model triage abstains.</summary>
    public static LoadedModel None { get; } = new("none", [], _ => null, _ => false);
}
