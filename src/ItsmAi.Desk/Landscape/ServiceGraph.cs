namespace ItsmAi.Desk.Landscape;

/// <summary>
/// Which service needs which, as somebody wrote it down: incomplete and partly wrong. It may hold cycles; every walk is
/// bounded by hops and visits a service once. Names compare exactly.
/// </summary>
public sealed class ServiceGraph
{
    private readonly Dictionary<string, ServiceNode> _services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _needs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _neededBy = new(StringComparer.Ordinal);

    private ServiceGraph()
    {
    }

    public static ServiceGraph Empty { get; } = new();

    public IReadOnlyCollection<ServiceNode> Services => _services.Values;

    /// <summary>The graph, or null with every fault: a name that is empty, twice there, unknown, or needs itself.</summary>
    public static ServiceGraph? Create(
        IReadOnlyList<ServiceNode> services, IReadOnlyList<Dependency> dependencies, out IReadOnlyList<GraphFault> faults)
    {
        var found = new List<GraphFault>();
        var graph = new ServiceGraph();
        for (var at = 0; at < services.Count; at++) graph.Add(services[at], $"services[{at + 1}].name", found);
        for (var at = 0; at < dependencies.Count; at++) graph.Add(dependencies[at], $"dependencies[{at + 1}]", found);
        faults = found;
        return found.Count == 0 ? graph : null;
    }

    public ServiceNode? Find(string? name) => name is null ? null : _services.GetValueOrDefault(name);

    /// <summary>What the service needs directly.</summary>
    public IReadOnlyList<string> Needs(string service) => _needs.GetValueOrDefault(service) ?? [];

    /// <summary>What needs the service directly.</summary>
    public IReadOnlyList<string> NeededBy(string service) => _neededBy.GetValueOrDefault(service) ?? [];

    /// <summary>What the service needs within so many hops, each with the fewest; itself at 0.</summary>
    public IReadOnlyDictionary<string, int> Below(string service, int hops)
    {
        var reached = new Dictionary<string, int>(StringComparer.Ordinal) { [service] = 0 };
        var queue = new Queue<string>([service]);
        while (queue.TryDequeue(out var at))
        {
            if (reached[at] == hops) continue;
            foreach (var next in Needs(at))
            {
                if (reached.TryAdd(next, reached[at] + 1)) queue.Enqueue(next);
            }
        }

        return reached;
    }

    /// <summary>The services from the one to the other along what needs what, both ends included; null where there is no way.</summary>
    public IReadOnlyList<string>? Way(string from, string to, int hops)
    {
        var cameFrom = new Dictionary<string, (string? From, int Hops)>(StringComparer.Ordinal) { [from] = (null, 0) };
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var at) && at != to)
        {
            if (cameFrom[at].Hops == hops) continue;
            foreach (var next in Needs(at))
            {
                if (cameFrom.TryAdd(next, (at, cameFrom[at].Hops + 1))) queue.Enqueue(next);
            }
        }

        if (!cameFrom.ContainsKey(to)) return null;
        var way = new List<string>();
        for (var at = to; at is not null; at = cameFrom[at].From) way.Insert(0, at);
        return way;
    }

    private void Add(ServiceNode service, string place, List<GraphFault> faults)
    {
        if (string.IsNullOrWhiteSpace(service.Name)) faults.Add(new GraphFault(place, "is empty; give the service a name"));
        else if (!_services.TryAdd(service.Name, service)) faults.Add(new GraphFault(place, $"\"{service.Name}\" stands there twice"));
    }

    private void Add(Dependency edge, string place, List<GraphFault> faults)
    {
        var before = faults.Count;
        if (!_services.ContainsKey(edge.Service)) faults.Add(Unknown($"{place}.service", edge.Service));
        if (!_services.ContainsKey(edge.DependsOn)) faults.Add(Unknown($"{place}.dependsOn", edge.DependsOn));
        if (edge.Service == edge.DependsOn) faults.Add(new GraphFault(place, $"\"{edge.Service}\" cannot need itself"));
        if (faults.Count > before) return;
        Link(_needs, edge.Service, edge.DependsOn);
        Link(_neededBy, edge.DependsOn, edge.Service);
    }

    private static void Link(Dictionary<string, List<string>> links, string from, string to)
    {
        if (!links.TryGetValue(from, out var list)) links[from] = list = [];
        if (!list.Contains(to)) list.Add(to);
    }

    private static GraphFault Unknown(string place, string name) =>
        new(place, $"\"{name}\" is none of the services; add it there or correct it");
}
