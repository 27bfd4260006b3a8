using ItsmAi.Desk.Landscape;

namespace ItsmAi.ServiceDeskWorld.Cascades;

/// <summary>
/// Sixty services in four tiers that need each other, how readily a fault climbs each dependency, and the topology that is
/// handed out: it lacks a tenth of the dependencies and has some that are wrong.
/// </summary>
internal sealed class CascadeLandscape
{
    private static readonly (string Name, int Services, int MostNeeds)[] Tiers =
        [("edge", 6, 4), ("app", 24, 4), ("data", 18, 2), ("infra", 12, 0)];

    private CascadeLandscape(
        IReadOnlyList<CascadeNode> services, IReadOnlyDictionary<(int From, int To), double> climbs, ServiceGraph handedOut)
    {
        Services = services;
        Climbs = climbs;
        HandedOut = handedOut;
        NeededBy = [.. services.Select(service => (IReadOnlyList<int>)[.. climbs.Keys.Where(edge => edge.To == service.Number)
            .Select(edge => edge.From).Order()])];
    }

    public IReadOnlyList<CascadeNode> Services { get; }

    /// <summary>By dependency, the probability that a fault of what is needed reaches what needs it.</summary>
    public IReadOnlyDictionary<(int From, int To), double> Climbs { get; }

    public IReadOnlyList<IReadOnlyList<int>> NeededBy { get; }

    public ServiceGraph HandedOut { get; }

    public static CascadeLandscape Make(int seed)
    {
        var random = Draw.For(seed, "landscape", 0);
        var services = Populate(random);
        var edges = Connect(random, services);
        var climbs = edges.ToDictionary(edge => edge, _ => random.Between(.4, .95));
        return new CascadeLandscape(services, climbs, HandOut(random, services, edges));
    }

    private static List<CascadeNode> Populate(Random random)
    {
        var services = new List<CascadeNode>();
        foreach (var (tier, count, _) in Tiers)
        {
            for (var number = 1; number <= count; number++)
            {
                var name = $"{tier}-{number:00}";
                var hosts = Enumerable.Range(1, random.Next(1, 5)).Select(host => $"{name}-h{host}");
                services.Add(new CascadeNode(services.Count, name, tier, $"cluster-{random.Next(1, 5)}", [.. hosts]));
            }
        }

        return services;
    }

    private static List<(int From, int To)> Connect(Random random, List<CascadeNode> services)
    {
        var edges = new List<(int From, int To)>();
        var popularity = new int[services.Count];

        // From below, so that what is popular already is preferred by those above.
        for (var from = services.Count - 1; from >= 0; from--)
        {
            var tier = Array.FindIndex(Tiers, candidate => candidate.Name == services[from].Tier);
            if (Tiers[tier].MostNeeds == 0) continue;
            var below = services.Where(to => to.Number > from && (services[from].Tier == "app" || to.Tier != services[from].Tier)).ToList();
            var wanted = random.Next(1, Tiers[tier].MostNeeds + 1);
            for (var need = 0; need < wanted; need++)
            {
                var to = random.Weighted([.. below.Select(service => (service.Number, 1 + popularity[service.Number]))]);
                if (edges.Contains((from, to))) continue;
                edges.Add((from, to));
                popularity[to]++;
            }
        }

        return edges;
    }

    private static ServiceGraph HandOut(Random random, List<CascadeNode> services, List<(int From, int To)> edges)
    {
        var handed = edges.Where(_ => !random.Chance(.1)).ToList();
        for (var wrong = (int)Math.Round(edges.Count * .05); wrong > 0;)
        {
            var edge = (From: random.Next(services.Count), To: random.Next(services.Count));
            if (edge.From == edge.To || edges.Contains(edge) || handed.Contains(edge)) continue;
            handed.Add(edge);
            wrong--;
        }

        return ServiceGraph.Create(
            [.. services.Select(service => new ServiceNode(service.Name, service.Tier, service.Cluster))],
            [.. handed.Select(edge => new Dependency(services[edge.From].Name, services[edge.To].Name))],
            out var faults) ?? throw new InvalidOperationException(string.Join("; ", faults));
    }
}
