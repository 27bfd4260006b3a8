namespace ItsmAi.Changes.Paths;

/// <summary>The roles that approve changes, as an organisation's file gives them to people.</summary>
public static class ApproverRoles
{
    /// <summary>Approves fast-track changes alone.</summary>
    public const string Delegated = "delegated-approver";

    /// <summary>The change manager or board; what is overdue goes up to it.</summary>
    public const string Authority = "change-authority";

    public const string Emergency = "emergency-approver";

    public static IReadOnlyList<string> All { get; } = [Delegated, Authority, Emergency];

    public static IReadOnlyList<string> Of(ChangePath path) => path switch
    {
        ChangePath.Standard => [],
        ChangePath.NormalFastTrack => [Delegated, Authority],
        ChangePath.Normal => [Authority],
        ChangePath.EmergencyCandidate => [Emergency],
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, "no such path"),
    };
}
