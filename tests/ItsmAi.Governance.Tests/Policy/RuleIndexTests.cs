using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Tests.Policy;

public sealed class RuleIndexTests
{
    private const int Runs = 20_000;

    [Fact]
    public void It_finds_the_rule_that_a_walk_over_all_rules_finds()
    {
        var drawn = new Drawn(new Random(1));
        for (var run = 0; run < Runs; run++)
        {
            var (policy, facts) = (drawn.Policy(), drawn.Facts());

            Assert.True(Walk(policy, facts) == policy.RuleFor(facts).Name, $"run {run}: {facts}");
        }
    }

    [Fact]
    public void It_is_made_anew_for_other_rules()
    {
        var facts = PolicyFacts.Of(Some.Suggestion());
        var policy = Some.Policy(AutonomyLevel.Off);
        var other = policy with { Rules = [policy.Rules[0] with { Name = "another" }] };

        Assert.Equal(("the-rule", "another"), (policy.RuleFor(facts).Name, other.RuleFor(facts).Name));
    }

    /// <summary>Each name in turn, each rule in turn; the strictest of what the names get.</summary>
    private static string Walk(PolicyDocument policy, PolicyFacts facts)
    {
        var otherwise = facts.Action.IsRuled() ? AutonomyLevel.Shadow : AutonomyLevel.Suggest;
        string[] names = [facts.Class, .. facts.ClassNames];
        return names
            .Select(name => policy.Rules.FirstOrDefault(rule => rule.Matches(facts with { Class = name })))
            .Select(rule => (Name: rule?.Name ?? "default", Level: rule?.Level ?? otherwise))
            .MinBy(found => found.Level).Name;
    }
}
