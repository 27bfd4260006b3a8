namespace ItsmAi.Governance.Policy.Keeping;

/// <summary>
/// Changes that no replay shows and that take two people where a class is protected: what is protected, how autonomy is
/// earned and lost, when automation brakes, and who answers for it.
/// </summary>
internal static class LoosenedPolicy
{
    public static bool Is(PolicyDocument? old, PolicyDocument next) =>
        old is { Protected.Count: > 0 }
        && (old.Protected.Except(next.Protected, StringComparer.Ordinal).Any()
            || old.Autonomy != next.Autonomy
            || Differ(old.Brakes, next.Brakes)
            || old.Owner != next.Owner);

    // A list is compared by what is in it.
    private static bool Differ(BrakeSettings old, BrakeSettings next) =>
        old with { Authority = [] } != next with { Authority = [] } || !old.Authority.SequenceEqual(next.Authority);
}
