using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Tests.Policy;

public sealed class DecideTests
{
    public static TheoryData<string, string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "decisions.csv")).Skip(1))
        {
            var cells = line.Split(',');
            data.Add(cells[0], cells[1], cells[4], cells[5]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_level_and_the_lowest_failed_gate_decide(string level, string gateCap, string expected, string why)
    {
        var gates = gateCap.Length == 0 ? [] : new[] { Gate.Fail("a-gate", "the gate failed", Enum.Parse<AutonomyLevel>(gateCap)) };

        var decision = Decide.On(
            PolicyFacts.Of(Some.Suggestion()), Some.Policy(Enum.Parse<AutonomyLevel>(level)), gates);

        Assert.True(expected == decision.GetType().Name, why);
        Assert.Equal("the-rule", decision.Rule);
    }

    [Fact]
    public void The_reason_is_that_of_the_gate_that_lowered_it()
    {
        var decision = Decide.On(
            PolicyFacts.Of(Some.Suggestion()),
            Some.Policy(AutonomyLevel.Auto),
            [Gate.Fail("stop-switch", "kim stopped it", AutonomyLevel.Off), Gate.Fail("sure", "unsure", AutonomyLevel.Suggest)]);

        Assert.Equal("kim stopped it", decision.Because);
        Assert.Equal(2, decision.Gates.Count);
    }

    [Fact]
    public void A_gate_that_lowers_nothing_more_gives_no_reason()
    {
        var decision = Decide.On(
            PolicyFacts.Of(Some.Suggestion()),
            Some.Policy(AutonomyLevel.Auto),
            [Gate.Fail("sure", "unsure", AutonomyLevel.Suggest), Gate.Fail("budget", "spent", AutonomyLevel.Suggest)]);

        Assert.Equal(("unsure", AutonomyLevel.Suggest), (decision.Because, decision.Level));
    }

    [Fact]
    public void A_gate_that_passed_lowers_nothing()
    {
        var passed = Gate.Pass("stop-switch", "nobody stopped it") with { Cap = AutonomyLevel.Off };

        var decision = Decide.On(PolicyFacts.Of(Some.Suggestion()), Some.Policy(AutonomyLevel.Auto), [passed]);

        Assert.Equal(("the rule says so", AutonomyLevel.Auto), (decision.Because, decision.Level));
    }

    [Fact]
    public void The_first_rule_that_matches_wins()
    {
        var first = new PolicyRule("vips", null, [], [], new PolicyConditions { Vip = true }, AutonomyLevel.Suggest, "vip");
        var second = new PolicyRule("vpn", null, ["vpn"], [], PolicyConditions.None, AutonomyLevel.Auto, "known");
        var policy = Some.Policy(AutonomyLevel.Off) with { Rules = [first, second] };

        Assert.Equal("vpn", policy.RuleFor(PolicyFacts.Of(Some.Suggestion())).Name);
        Assert.Equal("vips", policy.RuleFor(PolicyFacts.Of(Some.Suggestion() with { IsVip = true })).Name);
    }

    [Fact]
    public void Where_no_rule_matches_the_level_is_Suggest()
    {
        var policy = Some.Policy(AutonomyLevel.Auto) with { Rules = [] };

        Assert.IsType<Decision.Propose>(Decide.On(PolicyFacts.Of(Some.Suggestion()), policy, []));
    }

    [Theory]
    [InlineData(0.9, 0.9, true)]
    [InlineData(0.9, 0.8999, false)]
    public void A_confidence_at_the_bound_matches(double bound, double confidence, bool matches)
    {
        var when = new PolicyConditions { ConfidenceAtLeast = bound };

        Assert.Equal(matches, when.Hold(PolicyFacts.Of(Some.Suggestion(confidence))));
    }

    [Theory]
    [InlineData(50, 50, true)]
    [InlineData(50, 49, false)]
    public void A_completeness_at_the_bound_matches(int bound, int completeness, bool matches)
    {
        var when = new PolicyConditions { CompletenessAtLeast = bound };

        Assert.Equal(matches, when.Hold(PolicyFacts.Of(Some.Suggestion(completeness: completeness))));
    }

    [Fact]
    public void A_rule_for_other_teams_or_priorities_does_not_match()
    {
        var facts = PolicyFacts.Of(Some.Suggestion());
        var teams = new PolicyRule("t", null, [], [new Team("Identity")], PolicyConditions.None, AutonomyLevel.Auto, "x");
        var priorities = teams with { Teams = [], When = new PolicyConditions { Priorities = [Priority.P3] } };
        var asking = teams with { Teams = [], Action = ActionKind.Ask };

        Assert.False(teams.Matches(facts));
        Assert.False(priorities.Matches(facts));
        Assert.False(asking.Matches(facts));
        Assert.True(priorities.Matches(facts with { Priority = Priority.P3 }));
    }
}
