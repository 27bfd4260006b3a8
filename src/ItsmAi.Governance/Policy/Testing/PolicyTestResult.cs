using ItsmAi.Governance.Autonomy;

namespace ItsmAi.Governance.Policy.Testing;

/// <summary>What the policy said to one test.</summary>
public sealed record PolicyTestResult(PolicyTest Test, AutonomyLevel Level, Verdict Verdict, string Rule)
{
    public bool Passed =>
        (Test.Level is not { } level || level == Level)
        && (Test.Verdict is not { } verdict || verdict == Verdict)
        && (Test.Rule is not { } rule || rule == Rule);

    /// <summary>What was expected, in the words of the test.</summary>
    public string Expected => string.Join(", ", Parts());

    public string Got => $"{Verdict} at {Level} by rule {Rule}";

    private IEnumerable<string> Parts()
    {
        if (Test.Verdict is { } verdict) yield return verdict.ToString();
        if (Test.Level is { } level) yield return $"level {level}";
        if (Test.Rule is { } rule) yield return $"rule {rule}";
    }
}
