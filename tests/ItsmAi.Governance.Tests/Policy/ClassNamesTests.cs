using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Governance.Tests.Policy;

public sealed class ClassNamesTests
{
    public static TheoryData<string, string, AutonomyLevel, string> Cases()
    {
        var data = new TheoryData<string, string, AutonomyLevel, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "class-names.csv")).Skip(1))
        {
            var cells = line.Split('|');
            data.Add(cells[0], cells[1], Enum.Parse<AutonomyLevel>(cells[2]), cells[3]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_strictest_of_what_the_names_would_get_holds(string rules, string names, AutonomyLevel level, string why)
    {
        var policy = Some.Policy(AutonomyLevel.Off) with
        {
            Rules = [.. rules.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Rule)],
        };
        var all = names.Split(' ');

        var rule = policy.RuleFor(PolicyFacts.Of(Some.Suggestion() with { Class = all[0], ClassNames = all }));

        Assert.True(level == rule.Level, $"{why}: {rule.Level} by {rule.Name}");
    }

    [Fact]
    public void The_order_of_the_names_does_not_matter_for_the_level()
    {
        var drawn = new Drawn(new Random(2));
        for (var run = 0; run < 10_000; run++)
        {
            var (policy, facts) = (drawn.Policy(), drawn.Facts());
            var turned = facts with { Class = facts.ClassNames[^1], ClassNames = [.. facts.ClassNames.Reverse()] };

            Assert.Equal(policy.RuleFor(facts).Level, policy.RuleFor(turned).Level);
        }
    }

    [Fact]
    public void Another_name_never_allows_more()
    {
        var drawn = new Drawn(new Random(3));
        for (var run = 0; run < 10_000; run++)
        {
            var (policy, facts) = (drawn.Policy(), drawn.Facts());
            var alone = facts with { ClassNames = [facts.Class] };

            Assert.True(policy.RuleFor(facts).Level <= policy.RuleFor(alone).Level);
        }
    }

    private static PolicyRule Rule(string text) => text.Split('=') is [var name, var level]
        ? new PolicyRule(
            $"for-{name}", null, name == "*" ? [] : [name], [], PolicyConditions.None, Enum.Parse<AutonomyLevel>(level), "a test")
        : throw new FormatException(text);
}
