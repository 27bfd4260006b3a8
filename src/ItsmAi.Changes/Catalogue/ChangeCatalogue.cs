using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Catalogue;

/// <summary>The change models in force: of each the highest version that holds.</summary>
public sealed class ChangeCatalogue
{
    private ChangeCatalogue(ChangeDocument document, IReadOnlyList<ChangeModel> models)
    {
        Document = document;
        Models = models;
    }

    /// <summary>Settings, roles and teams as the file gives them.</summary>
    public ChangeDocument Document { get; }

    public IReadOnlyList<ChangeModel> Models { get; }

    /// <summary>The catalogue, and what stands wrong: a model with a fault is left out, the rest goes on.</summary>
    public static (ChangeCatalogue Catalogue, IReadOnlyList<ChangeFault> Faults) Of(ChangeDocument document, DateTimeOffset now)
    {
        var (models, faults) = CheckModels.Of(document, now);
        var latest = models
            .GroupBy(model => model.Id, StringComparer.OrdinalIgnoreCase)
            .Select(versions => versions.MaxBy(model => model.Version)!)
            .OrderBy(model => model.Id, StringComparer.Ordinal);
        return (new ChangeCatalogue(document, [.. latest]), faults);
    }

    public ChangeModel? Find(string id) => Models.FirstOrDefault(model => model.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The model that prevents what is predicted: one in scope before one that is not, then the most specific, the least
    /// risky, the shortest and the first by name.
    /// </summary>
    public ModelMatch Match(PredictedFailure failure)
    {
        var candidates = Models
            .Where(model => Names(model.Scope.Conditions, failure.Condition) || Names(model.Scope.Series, failure.Series))
            .Select(model => (Model: model, Misses: CheckScope.Item(model, failure.Item).ToList()))
            .OrderBy(one => one.Misses.Count)
            .ThenByDescending(one => Specific(one.Model.Scope))
            .ThenBy(one => one.Model.Risk)
            .ThenBy(one => one.Model.Duration)
            .ThenBy(one => one.Model.Id, StringComparer.Ordinal)
            .ToList();
        if (candidates is not [var (best, misses), .. var others])
            return new ModelMatch(null, [], [$"no model prevents \"{failure.Condition}\" or a breach of \"{failure.Series}\""]);
        return new ModelMatch(best, misses,
        [
            Names(best.Scope.Conditions, failure.Condition)
                ? $"{best.Label} prevents {failure.Condition}"
                : $"{best.Label} prevents a breach of {failure.Series}",
            misses.Count == 0 ? $"{failure.Item.Id} of class {failure.Item.Class} is in its scope" : string.Join("; ", misses),
            .. others.Select(other =>
                $"considered too: {other.Model.Label}{(other.Misses.Count > 0 ? $" ({string.Join("; ", other.Misses)})" : "")}"),
        ]);
    }

    private static bool Names(IReadOnlyList<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static int Specific(ChangeScope scope) =>
        new[] { scope.Classes, scope.Services, scope.Conditions, scope.Series }.Count(side => side.Count > 0);
}
