using ItsmAi.Desk.Landscape;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Incidents.Alerting;

/// <summary>Decides whether alerts are a surge that a person should look at as a possible major incident.</summary>
public static class JudgeSurge
{
    public static MajorIncidentAnswer Of(IReadOnlyList<AlertGroup> groups, ServiceGraph graph, DateTimeOffset now, CandidateRules rules)
    {
        var began = groups.SelectMany(group => group.Lines.Select(line => (Group: group, Line: line)))
            .Where(one => one.Line.Counts(now) && one.Line.Starts.Any(start => now - start <= rules.SurgeWithin)).ToList();
        var episodes = began.Sum(one => one.Line.Starts.Count(start => now - start <= rules.SurgeWithin));
        var services = began.Select(one => one.Line.Service).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        if (episodes >= rules.SurgeEpisodes && services >= rules.SurgeServices)
        {
            return new MajorIncidentAnswer.Candidate(
                [.. began.Select(one => one.Group.Id).Distinct(StringComparer.Ordinal)],
                now + rules.AcknowledgeWithin,
                $"{episodes} alerts over {services} services began within {rules.SurgeWithin.TotalMinutes:0} min");
        }

        return Edge(groups, graph, now, rules) is { } edge
            ? edge
            : new MajorIncidentAnswer.None(
                $"{episodes} alerts over {services} services began within {rules.SurgeWithin.TotalMinutes:0} min");
    }

    /// <summary>A service of the first tier alerts, and so do several that need it.</summary>
    private static MajorIncidentAnswer.Candidate? Edge(
        IReadOnlyList<AlertGroup> groups, ServiceGraph graph, DateTimeOffset now, CandidateRules rules)
    {
        var open = groups.SelectMany(group => group.Lines.Select(line => (Group: group, Line: line)))
            .Where(one => one.Line is { IsOpen: true, Service: not null } && one.Line.Counts(now))
            .ToLookup(one => one.Line.Service!, one => one.Group.Id, StringComparer.Ordinal);
        foreach (var edge in open.Select(one => one.Key).Where(name => graph.Find(name) is { IsEdge: true }).Order(StringComparer.Ordinal))
        {
            List<string> dependants = [.. graph.NeededBy(edge).Where(open.Contains)];
            if (dependants.Count < rules.SurgeDependants) continue;
            return new MajorIncidentAnswer.Candidate(
                [.. dependants.Append(edge).SelectMany(name => open[name]).Distinct(StringComparer.Ordinal)],
                now + rules.AcknowledgeWithin,
                $"{edge}, of the first tier, alerts, and so do {dependants.Count} services that need it");
        }

        return null;
    }

    /// <summary>Whether a candidate has waited for a person for too long.</summary>
    public static bool Escalates(MajorIncidentAnswer.Candidate candidate, bool isAcknowledged, DateTimeOffset now) =>
        !isAcknowledged && now >= candidate.AcknowledgeBy;
}
