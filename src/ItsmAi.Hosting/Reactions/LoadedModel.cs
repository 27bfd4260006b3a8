using ItsmAi.Desk.People;
using ItsmAi.Governance.Classes;
using ItsmAi.Incidents.Asking;
using ItsmAi.Incidents.Routing;
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

    /// <summary>Classes that no model names: triage itself gives them.</summary>
    private static readonly string[] ClassesOfTriage = [AskForFacts.Incomplete, RoutingSuggestion.UnknownTopic];

    /// <summary>Makes its classes known. A model that is missing for a while makes none unknown.</summary>
    public async Task MakeKnown(TaxonomyBook taxonomy, Person self, CancellationToken stop)
    {
        if (this != None || (await taxonomy.Read(stop)).Model is null)
            await taxonomy.Activate(Version, [.. Labels, .. ClassesOfTriage], self, stop);
    }
}
