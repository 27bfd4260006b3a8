namespace ItsmAi.Governance.Actions;

/// <summary>
/// It is too early to tell what an earlier try did at the desk: ask again after <paramref name="wait"/>.
/// </summary>
public sealed class NotYetException(TimeSpan wait)
    : Exception($"an earlier try may still run at the desk; ask again in {wait.TotalSeconds:0} s")
{
    public TimeSpan Wait { get; } = wait;
}
