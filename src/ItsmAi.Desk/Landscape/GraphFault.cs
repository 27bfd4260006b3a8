namespace ItsmAi.Desk.Landscape;

/// <summary>What is wrong in a service graph and where, such as <c>dependencies[3].dependsOn</c>.</summary>
public sealed record GraphFault(string Place, string Says)
{
    public override string ToString() => $"{Place}: {Says}";
}
