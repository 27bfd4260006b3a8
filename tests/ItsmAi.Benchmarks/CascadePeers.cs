using System.Globalization;
using ItsmAi.Desk.Alerts;
using ItsmAi.Desk.Landscape;
using ItsmAi.Incidents.Correlating;
using ItsmAi.ServiceDeskWorld.Cascades;

namespace ItsmAi.Benchmarks;

/// <summary>The ways of grouping that are compared: ours and those that are common.</summary>
internal static class CascadePeers
{
    private static readonly TimeSpan Five = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Ten = TimeSpan.FromMinutes(10);

    public static IReadOnlyDictionary<string, Func<ServiceCascades, IReadOnlyList<string>>> All { get; } =
        new Dictionary<string, Func<ServiceCascades, IReadOnlyList<string>>>(StringComparer.Ordinal)
        {
            ["ours"] = Ours,
            ["Alertmanager [alertname]"] = run => ByKey(run, alert => alert.Name),
            ["Alertmanager [cluster, alertname]"] = run => ByKey(run, alert => $"{alert.Labels["cluster"]} {alert.Name}"),
            ["Alertmanager [service]"] = run => ByKey(run, alert => alert.Service ?? ""),
            ["fingerprint only"] = run => ByKey(run, alert => alert.Fingerprint),
            ["time only, 5 min"] = run => Near(run, Five, (_, _) => true),
            ["within 2 hops, 10 min"] = run => Near(run, Ten, WithinTwo(run.Graph)),
        };

    public static IReadOnlyList<string> Ours(ServiceCascades run)
    {
        var rules = new CorrelationRules { Graph = run.Graph };
        var state = CorrelationState.Empty;
        var said = new string[run.Alerts.Count];
        var into = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < said.Length; at++)
        {
            var step = CorrelateAlert.Step(state, run.Alerts[at].Alert, run.Alerts[at].ReceivedAt, rules);
            state = step.State;
            said[at] = step.What.Group.Id;
            foreach (var absorbed in step.Absorbed) into[absorbed.Group] = absorbed.Into;
        }

        return [.. said.Select(group => Last(group, into))];
    }

    private static string Last(string group, Dictionary<string, string> into)
    {
        while (into.TryGetValue(group, out var next)) group = next;
        return group;
    }

    /// <summary>One group a key as long as something of it fires and five minutes beyond.</summary>
    private static string[] ByKey(ServiceCascades run, Func<Alert, string> key) => Live(run, Five, (alert, live) =>
        live.FindIndex(group => key(group.Alerts[0]) == key(alert)), isFiringEnough: true);

    private static string[] Near(ServiceCascades run, TimeSpan gap, Func<Alert, Alert, bool> isNear) => Live(run, gap, (alert, live) =>
        live.FindLastIndex(group => group.Alerts.Exists(other => isNear(alert, other))), isFiringEnough: false);

    private static string[] Live(
        ServiceCascades run, TimeSpan gap, Func<Alert, List<LiveGroup>, int> find, bool isFiringEnough)
    {
        var live = new List<LiveGroup>();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var lastOf = new Dictionary<string, (LiveGroup Group, DateTimeOffset At)>(StringComparer.Ordinal);
        var over = new HashSet<string>(StringComparer.Ordinal);
        var said = new string[run.Alerts.Count];
        for (var at = 0; at < said.Length; at++)
        {
            var (alert, now) = (run.Alerts[at].Alert, run.Alerts[at].ReceivedAt);
            if (!known.TryGetValue(alert.Episode, out var id))
            {
                live.RemoveAll(group => now - group.GrewAt > gap && !(isFiringEnough && group.Firing.Count > 0));
                var group = !isFiringEnough && lastOf.TryGetValue(alert.Fingerprint, out var last) && now - last.At <= TimeSpan.FromMinutes(15)
                    ? last.Group
                    : find(alert, live) is >= 0 and var index ? live[index] : null;
                if (group is null) live.Add(group = new LiveGroup(at.ToString(CultureInfo.InvariantCulture)));
                group.Alerts.Add(alert);
                group.GrewAt = now;
                known[alert.Episode] = id = group.Id;
                lastOf[alert.Fingerprint] = (group, now);
            }

            var of = lastOf[alert.Fingerprint].Group;
            if (alert.Status == AlertStatus.Resolved && over.Add(alert.Episode) && of.Firing.Remove(alert.Episode) && isFiringEnough)
                of.GrewAt = now;
            else if (!over.Contains(alert.Episode)) of.Firing.Add(alert.Episode);
            lastOf[alert.Fingerprint] = (of, now);
            said[at] = id;
        }

        return said;
    }

    private static Func<Alert, Alert, bool> WithinTwo(ServiceGraph graph)
    {
        var near = graph.Services.ToDictionary(
            service => service.Name,
            service => graph.Needs(service.Name).Concat(graph.NeededBy(service.Name)).Append(service.Name).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        var two = near.ToDictionary(
            pair => pair.Key, pair => pair.Value.SelectMany(next => near[next]).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        return (one, other) => two[one.Service!].Contains(other.Service!);
    }

    private sealed class LiveGroup(string id)
    {
        public string Id { get; } = id;

        public List<Alert> Alerts { get; } = [];

        public HashSet<string> Firing { get; } = new(StringComparer.Ordinal);

        public DateTimeOffset GrewAt { get; set; }
    }
}
