using ItsmAi.Desk.Landscape;

namespace ItsmAi.Incidents.Correlating;

/// <summary>
/// The weaker signs that a young group belongs to another: a dependency of both that says nothing, what was seen together
/// before though the graph knows no reason, and a single alert amid a burst.
/// </summary>
internal static class FindSigns
{
    /// <summary>Chance brings two single alerts together often, and two of which one is a burst of so many services seldom.</summary>
    public const int LearnsFrom = 3;

    private const int SeenEnough = 2;
    private const int Burst = 4;
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Wide = TimeSpan.FromMinutes(5);

    /// <summary>What a group shares with every other of which there is a sign; a single alert may be near any burst.</summary>
    public static IEnumerable<string> Keys(GroupShape young, ServiceGraph graph, IReadOnlyList<SeenTogether> learned)
    {
        if (young.Group.Lines.Count == 1) yield return OpenGroups.Several;
        if (young.Sources.Count == 0) yield break;
        foreach (var need in graph.Needs(young.Sources[0]))
        {
            foreach (var other in graph.NeededBy(need)) yield return OpenGroups.Service(other);
        }

        foreach (var pair in learned)
        {
            if (pair.Times < SeenEnough) continue;
            if (young.Services.ContainsKey(pair.One)) yield return OpenGroups.Service(pair.Other);
            if (young.Services.ContainsKey(pair.Other)) yield return OpenGroups.Service(pair.One);
        }
    }

    public static Kinship? Between(GroupShape young, GroupShape old, ServiceGraph graph, IReadOnlyList<SeenTogether> learned) =>
        Seen(young, old, learned) ?? Silent(young, old, graph) ?? Amid(young, old);

    private static Kinship? Seen(GroupShape young, GroupShape old, IReadOnlyList<SeenTogether> learned)
    {
        if (Math.Max(old.Services.Count, young.Services.Count) < LearnsFrom || Began(young, old) > Wide) return null;
        foreach (var pair in learned)
        {
            var isSeen = (young.Sources.Contains(pair.One) && old.Sources.Contains(pair.Other))
                || (young.Sources.Contains(pair.Other) && old.Sources.Contains(pair.One));
            if (isSeen && pair.Times >= SeenEnough)
            {
                return new Kinship(
                    3, $"{pair.One} and {pair.Other} began together {pair.Times} times before, {Minutes(young, old)} apart now");
            }
        }

        return null;
    }

    private static Kinship? Silent(GroupShape young, GroupShape old, ServiceGraph graph)
    {
        if (young.Sources.Count == 0 || old.Sources.Count == 0 || Began(young, old) > Together) return null;
        foreach (var need in graph.Needs(young.Sources[0]))
        {
            if (!young.Sources.All(source => graph.Needs(source).Contains(need))) continue;
            if (2 * old.Sources.Count(source => graph.Needs(source).Contains(need)) >= old.Sources.Count)
                return new Kinship(2, $"{young.Sources[0]} and {old.Sources[0]} both need {need}, {Minutes(young, old)} apart");
        }

        return null;
    }

    private static Kinship? Amid(GroupShape young, GroupShape old) =>
        young.Group.Lines.Count == 1 && old.Services.Count >= Burst && Began(young, old) <= Together
            ? new Kinship(1.5, $"a single alert {Minutes(young, old)} after {old.Services.Count} services began to alert")
            : null;

    private static TimeSpan Began(GroupShape one, GroupShape other) =>
        (one.Since - other.Since).Duration();

    private static string Minutes(GroupShape one, GroupShape other) => $"{Began(one, other).TotalMinutes:0.#} min";
}
