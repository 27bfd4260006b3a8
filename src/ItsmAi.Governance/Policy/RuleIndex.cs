using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Policy;

/// <summary>
/// A policy's rules by action and class, so that a decision need not look at rules for other classes. It finds what a
/// walk from the first rule to the last would find.
/// </summary>
internal sealed class RuleIndex
{
    private readonly RuleShelf _unknown;
    private readonly RuleShelf[] _byAction;

    public RuleIndex(IReadOnlyList<PolicyRule> rules)
    {
        _unknown = new RuleShelf(rules, action: null);
        _byAction = [.. Enum.GetValues<ActionKind>().Select(action => new RuleShelf(rules, action))];
    }

    /// <summary>The first rule that matches whatever the class is; it is the same for each of the class's names.</summary>
    public RuleTest? Anywhere(PolicyFacts facts) => ShelfOf(facts.Action).Anywhere(facts);

    /// <summary>The first rule that matches under this name of the class, or null.</summary>
    public PolicyRule? First(PolicyFacts facts, string name, RuleTest? anywhere) =>
        ShelfOf(facts.Action).First(facts, name, anywhere)?.Rule;

    private RuleShelf ShelfOf(ActionKind action) =>
        (int)action >= 0 && (int)action < _byAction.Length ? _byAction[(int)action] : _unknown;
}
