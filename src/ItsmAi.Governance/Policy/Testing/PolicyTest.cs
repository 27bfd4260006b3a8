using ItsmAi.Governance.Autonomy;

namespace ItsmAi.Governance.Policy.Testing;

/// <summary>What an organisation expects of its policy for one set of facts; what is null is not asked.</summary>
/// <param name="Line">Where the test stands in its file, counted from 1.</param>
public sealed record PolicyTest(
    string Name, int Line, PolicyFacts Facts, AutonomyLevel? Level, Verdict? Verdict, string? Rule)
{
    /// <summary>The verdict under the policy where every gate passes: a test of rules, not of gates.</summary>
    public PolicyTestResult On(PolicyDocument policy)
    {
        var answer = Decide.On(Facts, policy, []);
        return new PolicyTestResult(this, answer.Level, answer.Verdict, answer.Rule);
    }
}
