using System.Text.Json;
using ItsmAi.Connectors.Policies;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Policy.Comparing;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Connectors.Tests.Policies;

public sealed class PolicyTestsFileTests
{
    public static TheoryData<string, int, int, string> Problems()
    {
        var data = new TheoryData<string, int, int, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "policy-tests-problems.csv")).Skip(1))
        {
            var cells = line.Split('|');
            data.Add(cells[0].Replace('¶', '\n'), int.Parse(cells[1]), int.Parse(cells[2]), cells[3]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void A_problem_names_the_line_the_column_and_the_field(string text, int line, int column, string says)
    {
        var (tests, problem) = PolicyTestsFile.Read(text);

        Assert.Empty(tests);
        Assert.Contains(says, problem!.Says, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Fact]
    public void What_a_test_does_not_say_is_that_of_a_sure_and_complete_ticket()
    {
        var (tests, problem) = PolicyTestsFile.Read(
            "version: 1\ntests:\n  - { name: a, facts: { action: ask, class: vpn }, expect: { level: off, verdict: refuse, rule: r } }\n");

        Assert.Null(problem);
        var test = Assert.Single(tests);
        Assert.Equal((3, "a", AutonomyLevel.Off, Verdict.Refuse, "r"), (test.Line, test.Name, test.Level!.Value, test.Verdict!.Value, test.Rule));
        Assert.Equal((ActionKind.Ask, 1.0, 100, false), (test.Facts.Action, test.Facts.Confidence.Value, test.Facts.Completeness, test.Facts.IsVip));
        Assert.Equal(["vpn"], test.Facts.ClassNames);
    }

    [Fact]
    public void The_policy_that_ships_passes_its_tests_and_no_rule_of_it_is_idle()
    {
        var policy = PolicyFile.Read(Shipped("policy.yaml")).Policy!;
        var (tests, problem) = PolicyTestsFile.Read(Shipped("policy.tests.yaml"));

        Assert.Null(problem);
        Assert.All(tests, test => Assert.True(test.On(policy).Passed, $"{test.Name}: {test.On(policy).Got}"));
        Assert.Empty(ShadowedRule.In(policy));
        Assert.Empty(PolicyDiff.Between(policy, PolicyFile.Read(Shipped("policy.yaml")).Policy!));
    }

    [Fact]
    public void The_schema_knows_the_words_that_the_reader_knows()
    {
        using var schema = JsonDocument.Parse(Shipped("policy.tests.schema.json"));
        var parts = schema.RootElement.GetProperty("$defs");

        Assert.Equal(Enum.GetNames<ActionKind>(), Words(parts, "facts", "action"));
        Assert.Equal(Enum.GetNames<AutonomyLevel>(), Words(parts, "expect", "level"));
        Assert.Equal(Enum.GetNames<Verdict>(), Words(parts, "expect", "verdict"));
        AssertFields(parts, "facts", "version: 1\ntests: [{ name: a, facts: { action: Ask, class: b, x: y }, expect: {} }]");
        AssertFields(parts, "expect", "version: 1\ntests: [{ name: a, facts: { action: Ask, class: b }, expect: { x: y } }]");
    }

    [Fact]
    public void The_tests_stand_beside_the_policy() =>
        Assert.Equal(Path.Combine("a", "policy.tests.yaml"), PolicyTestsFile.Beside(Path.Combine("a", "policy.yaml")));

    private static void AssertFields(JsonElement parts, string part, string text)
    {
        var says = PolicyTestsFile.Read(text).Problem!.Says;
        foreach (var field in parts.GetProperty(part).GetProperty("properties").EnumerateObject())
            Assert.Contains(field.Name, says, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Words(JsonElement parts, string part, string field) =>
        parts.GetProperty(part).GetProperty("properties").GetProperty(field).GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);

    private static string Shipped(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ItsmAi.sln"))) folder = folder.Parent!;
        return File.ReadAllText(Path.Combine(folder.FullName, "policy", name));
    }
}
