using ItsmAi.Governance.Autonomy;

namespace ItsmAi.Governance.Policy.Replaying;

/// <summary>What was answered to a suggestion: verdict, level and rule.</summary>
public sealed record Answered(Verdict? Verdict, AutonomyLevel? Level, string? Rule)
{
    /// <summary>What changes for people; that another rule says the same is no change for them.</summary>
    public string Outward => $"{Verdict} at {Level}";

    public override string ToString() => $"{Outward} by rule {Rule}";
}
