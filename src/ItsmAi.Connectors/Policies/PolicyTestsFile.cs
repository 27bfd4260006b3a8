using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Policy.Testing;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Connectors.Policies;

/// <summary>
/// Reads the tests that an organisation writes beside its policy. The schema beside the policy says the same to an editor.
/// </summary>
public static class PolicyTestsFile
{
    /// <summary>Where the tests of a policy are looked for: <c>policy.tests.yaml</c> beside <c>policy.yaml</c>.</summary>
    public static string Beside(string policy) => Path.ChangeExtension(policy, $".tests{Path.GetExtension(policy)}");

    /// <summary>The tests in <paramref name="text"/>, or the first problem with its line and column.</summary>
    public static (IReadOnlyList<PolicyTest> Tests, PolicyProblem? Problem) Read(string text)
    {
        try
        {
            return (Tests(YamlMap.Parse(text)), null);
        }
        catch (YamlFaultException fault)
        {
            return ([], new PolicyProblem(fault.Line, fault.Column, fault.Message));
        }
    }

    private static IReadOnlyList<PolicyTest> Tests(YamlMap root)
    {
        if (root.Whole("version", 1, 1) is null) throw root.Wrong("version", "", "there; write version: 1");
        IReadOnlyList<PolicyTest> tests = [.. root.Maps("tests").Select(Test)];
        root.RefuseOthers();
        return tests.Count > 0 ? tests : throw root.Wrong("tests", "", "a list of at least one test");
    }

    private static PolicyTest Test(YamlMap test)
    {
        var name = test.Text("name");
        var facts = test.Map("facts") ?? throw test.Wrong("facts", "", "there; write facts: { action: Route, class: vpn }, for example");
        var expect = test.Map("expect") ?? throw test.Wrong("expect", "", "there; write expect: { level: Suggest }, for example");
        var read = new PolicyTest(
            name,
            test.Line,
            Facts(facts),
            expect.OneOf<AutonomyLevel>("level"),
            expect.OneOf<Verdict>("verdict"),
            expect.TextOrNull("rule"));
        expect.RefuseOthers();
        test.RefuseOthers();
        return read is { Level: null, Verdict: null, Rule: null }
            ? throw test.Wrong("expect", "", "anything; name a level, a verdict or a rule")
            : read;
    }

    /// <summary>What a test does not say is that of a sure and complete ticket of nobody in particular.</summary>
    private static PolicyFacts Facts(YamlMap facts)
    {
        var action = facts.OneOf<ActionKind>("action") ?? throw facts.Wrong("action", "", "there; write action: Route, for example");
        var label = facts.Text("class");
        var names = facts.Texts("classNames");
        var read = new PolicyFacts(
            action,
            label,
            facts.TextOrNull("team") is { } team ? new Team(team) : null,
            Confidence.Of(facts.Number("confidence", 0, 1) ?? 1),
            facts.Whole("completeness", 0, 100) ?? 100,
            facts.Flag("vip") ?? false,
            facts.OneOf<Priority>("priority"))
        {
            ClassNames = names.Count > 0 ? names : [label],
        };
        facts.RefuseOthers();
        return read;
    }
}
