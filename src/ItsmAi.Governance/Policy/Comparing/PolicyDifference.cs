namespace ItsmAi.Governance.Policy.Comparing;

/// <summary>One thing that two policies say differently.</summary>
public abstract record PolicyDifference
{
    private PolicyDifference()
    {
    }

    public sealed override string ToString() => this switch
    {
        Setting one => $"setting {one.Name}: {one.From} -> {one.To}",
        Added one => $"added rule {one.Rule} as number {one.At}",
        Removed one => $"removed rule {one.Rule}, which was number {one.At}",
        Moved one => $"moved rule {one.Rule} from {one.From} to {one.To}",
        Changed one => $"changed rule {one.Rule}, {one.Field}: {one.From} -> {one.To}",
        _ => throw new InvalidOperationException("a difference of no kind"),
    };

    /// <summary>A setting beside the rules.</summary>
    public sealed record Setting(string Name, string From, string To) : PolicyDifference;

    /// <param name="At">Its place in the new policy, from 1.</param>
    public sealed record Added(string Rule, int At) : PolicyDifference;

    /// <param name="At">Its place in the old policy, from 1.</param>
    public sealed record Removed(string Rule, int At) : PolicyDifference;

    /// <summary>It stands elsewhere among the rules that both have.</summary>
    public sealed record Moved(string Rule, int From, int To) : PolicyDifference;

    public sealed record Changed(string Rule, string Field, string From, string To) : PolicyDifference;
}
