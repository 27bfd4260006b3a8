using ItsmAi.Desk.Landscape;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Incidents.Alerting;

/// <summary>The service that the others of a group may be failing for. Only ever a suspicion: the graph is incomplete.</summary>
public sealed record SuspectedRoot(string Service, string Because)
{
    /// <summary>The service that most others of the group need, directly or not; the earliest of equals. Null without a graph.</summary>
    public static SuspectedRoot? Of(AlertGroup group, ServiceGraph graph, DateTimeOffset now)
    {
        var since = group.Lines.Where(line => line.Counts(now) && graph.Find(line.Service) is not null)
            .GroupBy(line => line.Service!, StringComparer.Ordinal)
            .ToDictionary(lines => lines.Key, lines => lines.Min(line => line.Since), StringComparer.Ordinal);
        if (since.Count == 0) return null;
        var needed = since.Keys.ToDictionary(name => name, _ => 0, StringComparer.Ordinal);
        foreach (var name in since.Keys)
        {
            foreach (var below in graph.Below(name, 3).Keys.Where(below => below != name && needed.ContainsKey(below))) needed[below]++;
        }

        var best = needed.OrderByDescending(pair => pair.Value)
            .ThenBy(pair => since[pair.Key])
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .First();
        return new SuspectedRoot(best.Key, $"{best.Value} of {since.Count - 1} other services that alert need it within 3 hops");
    }
}
