using ItsmAi.Changes.Paths;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Catalogue;

/// <summary>Tells models that hold from models that do not, and names each fault with its value.</summary>
internal static class CheckModels
{
    public static (IReadOnlyList<ChangeModel> Models, IReadOnlyList<ChangeFault> Faults) Of(ChangeDocument document, DateTimeOffset now)
    {
        var faults = new List<ChangeFault>();
        foreach (var role in ApproverRoles.All.Where(role => !Holders(document, role)))
            faults.Add(new ChangeFault(0, 0, "roles", $"{role}: nobody holds it, so nobody can approve in it; name a person"));
        var holding = new List<ChangeModel>();
        var seen = new HashSet<(string Id, int Version)>();
        foreach (var model in document.Models)
        {
            var wrong = Wrong(model, document).ToList();
            if (!seen.Add((model.Id.ToUpperInvariant(), model.Version)))
                wrong.Add($"version: \"{model.Version}\" of \"{model.Id}\" is there before; use a higher one");
            faults.AddRange(wrong.Select(says => Fault(model, says)));
            if (wrong.Count == 0) holding.Add(model);
        }

        var chained = Chained(holding, faults);
        // An expired model stays: its changes are made as normal ones.
        faults.AddRange(chained.Where(model => model.ExpiresAt <= now)
            .Select(model => Fault(
                model, $"expires: \"{model.ExpiresAt:yyyy-MM-dd}\" is past, so it is no longer pre-authorised; write a new version")));
        return (chained, [.. faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Entry, StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Wrong(ChangeModel model, ChangeDocument document)
    {
        if (string.IsNullOrWhiteSpace(model.Id)) yield return "id: \"\" is not a name; use letters and dashes";
        if (model.Version < 1) yield return $"version: \"{model.Version}\" is not 1 or higher";
        if (string.IsNullOrWhiteSpace(model.Author.Account)) yield return "author: \"\" is nobody; name the person who wrote it";
        if (model.Duration <= TimeSpan.Zero)
            yield return $"duration: \"{model.Duration}\" is not longer than nothing; use 30m or 2h, for example";
        if (model.Steps.Count == 0) yield return "steps: there are none; say what is done";
        if (string.IsNullOrWhiteSpace(model.BackOut)) yield return "backOut: \"\" says nothing; say how it is taken back";
        if (model.Scope.Conditions.Count == 0 && model.Scope.Series.Count == 0)
            yield return "scope: it names no condition and no series, so it prevents nothing";
        var known = string.Join(", ", document.Roles.Keys.Order(StringComparer.Ordinal));
        foreach (var role in model.Roles.Where(role => !Holders(document, role)))
            yield return $"roles: \"{role}\" is not a role that somebody holds; there are {known}";
        if (document.Teams.All(team => team.Team != model.Team))
            yield return $"team: \"{model.Team}\" is not one of {string.Join(", ", document.Teams.Select(team => team.Team.Name))}";
    }

    /// <summary>Without those that require what is not there, or in the end themselves.</summary>
    private static List<ChangeModel> Chained(List<ChangeModel> holding, List<ChangeFault> faults)
    {
        var circular = holding.Where(model => Circle(model, holding) is not null).ToList();
        faults.AddRange(circular.Select(model => Fault(model, $"requires: {Circle(model, holding)} is a circle")));
        var left = holding.Except(circular).ToList();
        while (left.Find(model => Missing(model, left) is not null) is { } dangling)
        {
            faults.Add(Fault(dangling, $"requires: \"{Missing(dangling, left)}\" is not a model that holds"));
            left.Remove(dangling);
        }

        return left;
    }

    private static string? Missing(ChangeModel model, List<ChangeModel> left) =>
        model.Requires.FirstOrDefault(id => !left.Exists(other => IsNamed(other, id)));

    /// <summary>The way from a model back to itself; null where there is none.</summary>
    private static string? Circle(ChangeModel model, List<ChangeModel> all)
    {
        var ways = new Queue<List<string>>(model.Requires.Select(id => new List<string> { model.Id, id }));
        var visited = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (ways.TryDequeue(out var way))
        {
            if (way[^1].Equals(model.Id, StringComparison.OrdinalIgnoreCase)) return string.Join(" -> ", way);
            if (!visited.Add(way[^1])) continue;
            foreach (var next in all.Where(other => IsNamed(other, way[^1])).SelectMany(other => other.Requires))
                ways.Enqueue([.. way, next]);
        }

        return null;
    }

    private static bool Holders(ChangeDocument document, string role) =>
        document.Roles.Any(one => one.Key.Equals(role, StringComparison.OrdinalIgnoreCase) && one.Value.Count > 0);

    private static bool IsNamed(ChangeModel model, string id) => model.Id.Equals(id, StringComparison.OrdinalIgnoreCase);

    private static ChangeFault Fault(ChangeModel model, string says) => new(model.Line, model.Line > 0 ? 1 : 0, model.Label, says);
}
