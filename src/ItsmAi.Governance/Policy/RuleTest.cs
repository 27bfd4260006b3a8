using ItsmAi.Desk.People;

namespace ItsmAi.Governance.Policy;

/// <summary>
/// A rule's conditions as plain numbers, for policies of hundreds of rules; action and class are the shelf's affair.
/// </summary>
internal sealed class RuleTest(PolicyRule rule, int order)
{
    private const int AnyPriority = -1;

    private readonly double _confidence = rule.When.ConfidenceAtLeast ?? double.NegativeInfinity;
    private readonly int _completeness = rule.When.CompletenessAtLeast ?? int.MinValue;
    private readonly bool _refusesVips = rule.When.Vip == false;
    private readonly bool _wantsVips = rule.When.Vip == true;

    private readonly int _priorities =
        rule.When.Priorities.Count == 0 ? AnyPriority : rule.When.Priorities.Aggregate(0, (bits, one) => bits | (1 << (int)one));

    private readonly Team[] _teams = [.. rule.Teams];

    public PolicyRule Rule { get; } = rule;

    /// <summary>The rule's place in the policy, from 0.</summary>
    public int Order { get; } = order;

    public bool Passes(in AskedOf asked) =>
        asked.Confidence >= _confidence
        && asked.Completeness >= _completeness
        && (asked.IsVip ? !_refusesVips : !_wantsVips)
        && (_priorities == AnyPriority || (asked.Priority & _priorities) != 0)
        && (_teams.Length == 0 || (asked.Team is { } team && Array.IndexOf(_teams, team) >= 0));
}
