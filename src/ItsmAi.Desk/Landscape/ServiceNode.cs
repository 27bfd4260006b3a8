namespace ItsmAi.Desk.Landscape;

/// <summary>One service of the landscape, with its tier and cluster where they are known.</summary>
public sealed record ServiceNode(string Name, string? Tier = null, string? Cluster = null)
{
    /// <summary>Whether users meet it directly: tier <c>edge</c>, <c>1</c> or <c>tier-1</c>.</summary>
    public bool IsEdge => Tier is not null
        && (Tier.Equals("edge", StringComparison.OrdinalIgnoreCase) || Tier == "1"
            || Tier.Equals("tier-1", StringComparison.OrdinalIgnoreCase));
}
