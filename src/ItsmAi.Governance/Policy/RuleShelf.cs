using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Policy;

/// <summary>The rules that may match one action: those for any class, and those for each class, each in order.</summary>
internal sealed class RuleShelf
{
    private readonly RuleTest[] _anyClass;
    private readonly Dictionary<string, RuleTest[]> _byClass;

    /// <param name="action">Null: an action that no rule names.</param>
    public RuleShelf(IReadOnlyList<PolicyRule> rules, ActionKind? action)
    {
        var tests = rules
            .Select((rule, order) => new RuleTest(rule, order))
            .Where(test => test.Rule.Speaks(action))
            .ToList();
        _anyClass = [.. tests.Where(test => test.Rule.Classes.Count == 0)];
        _byClass = tests
            .SelectMany(test => test.Rule.Classes.Distinct(StringComparer.Ordinal).Select(name => (name, test)))
            .GroupBy(pair => pair.name, pair => pair.test, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    public RuleTest? Anywhere(PolicyFacts facts) => FirstOf(_anyClass, new AskedOf(facts));

    public RuleTest? First(PolicyFacts facts, string name, RuleTest? anywhere)
    {
        if (!_byClass.TryGetValue(name, out var tests)) return anywhere;
        var named = FirstOf(tests, new AskedOf(facts));
        return named is null || anywhere?.Order < named.Order ? anywhere : named;
    }

    private static RuleTest? FirstOf(RuleTest[] tests, in AskedOf asked)
    {
        foreach (var test in tests)
        {
            if (test.Passes(asked)) return test;
        }

        return null;
    }
}
