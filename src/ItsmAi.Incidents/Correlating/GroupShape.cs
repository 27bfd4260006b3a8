using ItsmAi.Desk.Landscape;

namespace ItsmAi.Incidents.Correlating;

/// <summary>
/// A group as the landscape sees it: when each service began to alert, and its sources, the services of which nothing that
/// they need alerts in the group. Only a source still wants an explanation.
/// </summary>
internal sealed record GroupShape(
    AlertGroup Group, IReadOnlyDictionary<string, DateTimeOffset> Services, IReadOnlyList<string> Sources)
{
    public static GroupShape Of(AlertGroup group, ServiceGraph graph)
    {
        var services = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var line in group.Lines)
        {
            if (line.Service is { } name && (!services.TryGetValue(name, out var since) || line.Since < since)) services[name] = line.Since;
        }

        return new GroupShape(group, services, [.. services.Keys.Where(name => !graph.Needs(name).Any(services.ContainsKey))]);
    }
}
