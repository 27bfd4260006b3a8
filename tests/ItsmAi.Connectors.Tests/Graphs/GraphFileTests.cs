using ItsmAi.Connectors.Graphs;
using ItsmAi.Connectors.Yaml;

namespace ItsmAi.Connectors.Tests.Graphs;

public sealed class GraphFileTests
{
    private const string Two = "services:\n- name: shop\n  tier: edge\n- name: db\n";

    [Fact]
    public void A_graph_may_hold_a_cycle_and_is_walked_all_the_same()
    {
        var graph = GraphFile.Read(Two + "dependencies:\n- service: shop\n  dependsOn: db\n- service: db\n  dependsOn: shop\n");

        Assert.True(graph.Find("shop")!.IsEdge);
        Assert.Equal(["shop", "db"], graph.Way("shop", "db", 3)!);
        Assert.Equal(2, graph.Below("db", 9).Count);
    }

    [Fact]
    public void An_unknown_name_is_refused_with_its_line()
    {
        var fault = Assert.Throws<YamlFaultException>(() => GraphFile.Read(Two + "dependencies:\n- service: shop\n  dependsOn: dbb\n"));

        Assert.Equal(6, fault.Line);
        Assert.Contains("dependencies[1].dependsOn: \"dbb\"", fault.Message, StringComparison.Ordinal);
    }
}
