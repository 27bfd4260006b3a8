using System.Diagnostics;
using System.Globalization;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Benchmarks;

/// <summary>
/// How long one decision takes under a policy of 500 rules, against a walk over the rules in the same run.
/// </summary>
public static class PolicyBenchmark
{
    private const int Rules = 500;
    private const int Rounds = 2_000;

    /// <summary>A clock tick is some 20 ns, so several decisions are timed together.</summary>
    private const int Batch = 50;

    private static readonly IReadOnlyList<Gate> Gates =
    [
        Gate.Pass("completeness", "80 of 100"), Gate.Pass("known-topic", "familiar"), Gate.Pass("write-budget", "0 of 6 writes this hour"),
        Gate.Pass("stop-switch", "running"), Gate.Fail("free-ticket", "somebody has it", AutonomyLevel.Suggest),
    ];

    public static void Run(TextWriter output)
    {
        output.WriteLine($"A policy decision: {Rules} rules, {Gates.Count} gates, n = {Rounds * Batch} each");
        var byClass = PolicyOf(number => Rule(number) with { Classes = [$"class {number}"] });
        Print(output, "rules by class", byClass, number => Facts($"class {number % Rules}"));
        Print(output, "three names", byClass, number => Facts($"class {number % Rules}") with
        {
            ClassNames = [$"class {number % Rules}", $"class {(number + 100) % Rules}", $"class {(number + 200) % Rules}"],
        });

        // Each rule fails at its last condition.
        var general = PolicyOf(number => Rule(number) with
        {
            When = new PolicyConditions { ConfidenceAtLeast = 0.5, CompletenessAtLeast = 50, Vip = false, Priorities = [Priority.P3, Priority.P4] },
            Teams = number == Rules - 1 ? [new Team("Network")] : [new Team("Identity"), new Team("Service Desk")],
        });
        Print(output, "500 general rules, the last matches", general, _ => Facts("class 1"));
    }

    private static void Print(TextWriter output, string name, PolicyDocument policy, Func<int, PolicyFacts> facts)
    {
        PolicyFacts[] asked = [.. Enumerable.Range(0, Batch).Select(number => facts(number * 7))];
        var times = new List<double>();
        var naive = new List<double>();
        for (var round = -Rounds; round < Rounds; round++)
        {
            var indexed = Time(asked, one => Decide.On(one, policy, Gates).Rule.Length);
            var walked = Time(asked, one => Walk(one, policy).Length);
            if (round < 0) continue;
            times.Add(indexed);
            naive.Add(walked);
        }

        times.Sort();
        naive.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-36} {times[Rounds / 2],7:F3} µs median, {times[Rounds * 99 / 100]:F3} µs p99; "
            + $"a walk {naive[Rounds / 2]:F3} µs, ratio {times[Rounds / 2] / naive[Rounds / 2]:F3}"));
    }

    private static double Time(PolicyFacts[] asked, Func<PolicyFacts, int> decide)
    {
        var sum = 0;
        var start = Stopwatch.GetTimestamp();
        foreach (var one in asked) sum += decide(one);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMicroseconds / asked.Length;
        return sum > 0 ? elapsed : throw new InvalidOperationException("nothing was decided");
    }

    /// <summary>The same decision without an index: every rule in turn for each name, and the gates.</summary>
    private static string Walk(PolicyFacts facts, PolicyDocument policy)
    {
        PolicyRule? strictest = null;
        foreach (var name in facts.ClassNames)
        {
            var rule = policy.Rules.FirstOrDefault(rule => rule.Matches(facts with { Class = name }));
            if (strictest is null || rule?.Level < strictest.Level) strictest = rule;
        }

        var level = strictest?.Level ?? AutonomyLevel.Suggest;
        foreach (var gate in Gates.Where(gate => !gate.Passed && gate.Cap < level)) level = gate.Cap;
        return level == AutonomyLevel.Off ? "off" : strictest?.Name ?? "default";
    }

    private static PolicyDocument PolicyOf(Func<int, PolicyRule> rule) => new(
        "p1", new Person("lead"), TimeSpan.FromHours(8), 6, [.. Enumerable.Range(0, Rules).Select(rule)]);

    private static PolicyRule Rule(int number) => new(
        $"rule-{number}", ActionKind.Route, [], [], PolicyConditions.None, AutonomyLevel.Auto, "a benchmark");

    private static PolicyFacts Facts(string name) => new(
        ActionKind.Route, name, new Team("Network"), Confidence.Of(0.97), 80, IsVip: false, Priority.P3);
}
