using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.Landscape;

namespace ItsmAi.Connectors.Graphs;

/// <summary>Reads the service graph that an organisation writes as YAML: its services, and what needs what.</summary>
public static class GraphFile
{
    /// <exception cref="YamlFaultException">The text is no service graph; it says where.</exception>
    public static ServiceGraph Read(string text)
    {
        var root = YamlMap.Parse(text);
        var services = root.Maps("services");
        var dependencies = root.Maps("dependencies");
        root.RefuseOthers();
        return ServiceGraph.Create([.. services.Select(Service)], [.. dependencies.Select(Need)], out var faults)
            ?? throw Fault(faults[0], services, dependencies);
    }

    private static ServiceNode Service(YamlMap map)
    {
        var service = new ServiceNode(map.Text("name"), map.TextOrNull("tier"), map.TextOrNull("cluster"));
        map.RefuseOthers();
        return service;
    }

    private static Dependency Need(YamlMap map)
    {
        var need = new Dependency(map.Text("service"), map.Text("dependsOn"));
        map.RefuseOthers();
        return need;
    }

    /// <summary>The graph counts its entries from 1; the file has lines.</summary>
    private static YamlFaultException Fault(GraphFault fault, IReadOnlyList<YamlMap> services, IReadOnlyList<YamlMap> dependencies)
    {
        var open = fault.Place.IndexOf('[', StringComparison.Ordinal);
        var number = int.Parse(fault.Place[(open + 1)..fault.Place.IndexOf(']', StringComparison.Ordinal)]);
        var maps = fault.Place.StartsWith("services", StringComparison.Ordinal) ? services : dependencies;
        return new YamlFaultException(maps[number - 1].Line, 1, fault.ToString());
    }
}
