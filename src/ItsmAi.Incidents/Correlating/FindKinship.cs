using ItsmAi.Desk.Landscape;

namespace ItsmAi.Incidents.Correlating;

/// <summary>
/// Whether one group's cause explains another. What is compared are sources: a service that its own group explains may
/// well need something in the other, and that joins nothing. A dependency that is written down may be wrong and a missing
/// one may exist, so near misses score, but less.
/// </summary>
internal static class FindKinship
{
    public const double Enough = 1.5;

    private const double ForATie = 2;

    private static readonly TimeSpan Climb = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(6);

    /// <summary>What a group shares with every other that it has a kinship with.</summary>
    public static IEnumerable<string> Keys(GroupShape shape, ServiceGraph graph) =>
        shape.Services.Keys.SelectMany(name => graph.Needs(name).Concat(graph.NeededBy(name)).Append(name))
            .Select(OpenGroups.Service)
            .Concat(shape.Group.Lines.SelectMany(line => line.Ties).Select(OpenGroups.Tie));

    /// <param name="young">The group that would be absorbed.</param>
    public static Kinship? Between(GroupShape young, GroupShape old, ServiceGraph graph)
    {
        Kinship? best = null;
        foreach (var kinship in All(young, old, graph))
        {
            if (best is null || kinship.Score > best.Score) best = kinship;
        }

        // Every pair of lines would be looked at, which a storm cannot afford where it changes nothing.
        return best is { Score: >= ForATie } ? best : Tie(young.Group, old.Group) ?? best;
    }

    private static IEnumerable<Kinship> All(GroupShape young, GroupShape old, ServiceGraph graph)
    {
        foreach (var (name, since) in young.Services)
        {
            if (old.Services.TryGetValue(name, out var other) && Gap(since, other) <= Climb)
                yield return new Kinship(5, $"{name} alerts in both, {Minutes(since, other)} apart");
        }

        foreach (var source in young.Sources)
        {
            foreach (var kinship in Needs(source, young, old, graph)) yield return kinship;
        }

        foreach (var source in old.Sources)
        {
            foreach (var kinship in Needs(source, old, young, graph)) yield return kinship;
        }
    }

    private static IEnumerable<Kinship> Needs(string source, GroupShape of, GroupShape other, ServiceGraph graph)
    {
        var since = of.Services[source];
        foreach (var need in graph.Needs(source))
        {
            if (other.Services.TryGetValue(need, out var began) && Gap(since, began) <= Climb)
                yield return new Kinship(4, $"{source} needs {need}, which alerts, {Minutes(since, began)} apart");
        }
    }

    private static Kinship? Tie(AlertGroup young, AlertGroup old)
    {
        foreach (var line in young.Lines)
        {
            if (line.Ties.Count == 0) continue;
            foreach (var other in old.Lines)
            {
                if (other.Ties.Count == 0 || Gap(line.Since, other.Since) > Together) continue;
                foreach (var tie in line.Ties)
                {
                    if (other.Ties.Contains(tie, StringComparer.Ordinal))
                        return new Kinship(ForATie, $"both say {tie}, {Minutes(line.Since, other.Since)} apart");
                }
            }
        }

        return null;
    }

    private static TimeSpan Gap(DateTimeOffset one, DateTimeOffset other) => (one - other).Duration();

    private static string Minutes(DateTimeOffset one, DateTimeOffset other) => $"{Gap(one, other).TotalMinutes:0.#} min";
}
