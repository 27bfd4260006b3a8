using System.Globalization;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Suggestions;

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

        Assert.True(found > 200, $"{found}");
    }

    public static TheoryData<string[]> Rows() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "shadowed-rules.csv")).Skip(1)
            .Select(line => line.Split('|')),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_rule_that_an_earlier_one_covers_is_shadowed(string[] cells)
    {
        var policy = Some.Policy(AutonomyLevel.Off) with { Rules = [Rule("one", cells[0]), Rule("two", cells[1])] };

        Assert.True(cells[2] == "yes" == ShadowedRule.In(policy) is [{ Rule.Name: "two", By.Name: "one" }], cells[3]);
    }

    /// <summary>Words such as <c>class=vpn+wifi vip=yes</c>.</summary>
    private static PolicyRule Rule(string name, string words)
    {
        var asked = words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1].Split('+'));
        var when = new PolicyConditions
        {
            ConfidenceAtLeast = asked.TryGetValue("confidence", out var sure)
                ? double.Parse(sure[0], CultureInfo.InvariantCulture) : null,
            CompletenessAtLeast = asked.TryGetValue("completeness", out var complete)
                ? int.Parse(complete[0], CultureInfo.InvariantCulture) : null,
            Vip = asked.TryGetValue("vip", out var vip) ? vip[0] == "yes" : null,
            Priorities = [.. asked.GetValueOrDefault("priority", []).Select(Enum.Parse<Priority>)],
        };
        return new PolicyRule(
            name, asked.TryGetValue("action", out var action) ? Enum.Parse<ActionKind>(action[0]) : null,
            asked.GetValueOrDefault("class", []), [.. asked.GetValueOrDefault("team", []).Select(team => new Team(team))],
            when, AutonomyLevel.Auto, "x");
    }
}
