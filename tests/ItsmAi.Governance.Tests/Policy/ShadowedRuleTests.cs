using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Governance.Tests.Policy;

public sealed class ShadowedRuleTests
{
    [Fact]
    public void A_rule_that_is_said_to_be_shadowed_is_never_the_one_that_decides()
    {
        var drawn = new Drawn(new Random(8));
        var found = 0;
        for (var run = 0; run < 2_000; run++)
        {
            var policy = drawn.Policy();
            var shadowed = ShadowedRule.In(policy).Select(one => one.Rule.Name).ToHashSet();
            found += shadowed.Count;
            for (var ask = 0; ask < 10; ask++) Assert.DoesNotContain(policy.RuleFor(drawn.Facts()).Name, shadowed);
        }

        Assert.True(found > 500);
    }

    [Theory]
    [InlineData(null, 0.9, true)]
    [InlineData(0.9, null, false)]
    [InlineData(0.8, 0.9, true)]
    [InlineData(0.9, 0.8, false)]
    [InlineData(0.9, 0.9, true)]
    public void A_lower_bound_that_comes_first_shadows_a_higher_one(double? first, double? second, bool shadows)
    {
        var policy = Some.Policy(AutonomyLevel.Off) with { Rules = [Rule("one", first), Rule("two", second)] };

        Assert.Equal(shadows, ShadowedRule.In(policy) is [{ Rule.Name: "two", By.Name: "one" }]);
    }

    private static PolicyRule Rule(string name, double? confidence) => new(
        name, null, [], [], new PolicyConditions { ConfidenceAtLeast = confidence }, AutonomyLevel.Auto, "x");
}
