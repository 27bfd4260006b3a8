namespace ItsmAi.ServiceDeskWorld.Cascades;

/// <summary>One service of the simulated landscape.</summary>
internal sealed record CascadeNode(int Number, string Name, string Tier, string Cluster, IReadOnlyList<string> Hosts);
