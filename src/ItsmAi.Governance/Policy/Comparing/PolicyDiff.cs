namespace ItsmAi.Governance.Policy.Comparing;

/// <summary>Compares two policies by what they say, not by how they are written; rules are known by their names.</summary>
public static class PolicyDiff
{
    public static IReadOnlyList<PolicyDifference> Between(PolicyDocument old, PolicyDocument next) =>
        [.. Settings(old, next), .. Removed(old, next), .. Added(old, next), .. Moved(old, next), .. Changed(old, next)];

    private static IEnumerable<PolicyDifference> Settings(PolicyDocument old, PolicyDocument next) =>
        PolicySettings.Of(old).Zip(PolicySettings.Of(next))
            .Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new PolicyDifference.Setting(pair.First.Name, pair.First.Value, pair.Second.Value));

    private static IEnumerable<PolicyDifference> Removed(PolicyDocument old, PolicyDocument next) =>
        Places(old).Where(place => !Places(next).ContainsKey(place.Key))
            .Select(place => new PolicyDifference.Removed(place.Key, place.Value + 1));

    private static IEnumerable<PolicyDifference> Added(PolicyDocument old, PolicyDocument next) =>
        Places(next).Where(place => !Places(old).ContainsKey(place.Key))
            .Select(place => new PolicyDifference.Added(place.Key, place.Value + 1));

    /// <summary>
    /// The fewest rules that have to move so that the others keep their order: those off the longest rising subsequence.
    /// </summary>
    private static IEnumerable<PolicyDifference> Moved(PolicyDocument old, PolicyDocument next)
    {
        var from = Places(old);
        var to = Places(next);
        var common = next.Rules.Where(rule => from.ContainsKey(rule.Name)).Select(rule => rule.Name).ToList();
        var stay = LongestRising([.. common.Select(name => from[name])]);
        return common.Where(name => !stay.Contains(from[name]))
            .Select(name => new PolicyDifference.Moved(name, from[name] + 1, to[name] + 1));
    }

    private static IEnumerable<PolicyDifference> Changed(PolicyDocument old, PolicyDocument next)
    {
        var before = old.Rules.ToDictionary(rule => rule.Name, StringComparer.Ordinal);
        foreach (var rule in next.Rules.Where(rule => before.ContainsKey(rule.Name)))
        {
            foreach (var (was, now) in RuleFields.Of(before[rule.Name]).Zip(RuleFields.Of(rule)))
            {
                if (was.Value != now.Value) yield return new PolicyDifference.Changed(rule.Name, was.Field, was.Value, now.Value);
            }
        }
    }

    private static Dictionary<string, int> Places(PolicyDocument policy) => policy.Rules
        .Select((rule, place) => (rule.Name, place))
        .ToDictionary(pair => pair.Name, pair => pair.place, StringComparer.Ordinal);

    private static HashSet<int> LongestRising(IReadOnlyList<int> numbers)
    {
        var length = new int[numbers.Count];
        var before = new int[numbers.Count];
        for (var at = 0; at < numbers.Count; at++)
        {
            (length[at], before[at]) = (1, -1);
            for (var earlier = 0; earlier < at; earlier++)
            {
                if (numbers[earlier] < numbers[at] && length[earlier] >= length[at])
                    (length[at], before[at]) = (length[earlier] + 1, earlier);
            }
        }

        var kept = new HashSet<int>();
        for (var at = length.Length == 0 ? -1 : Array.IndexOf(length, length.Max()); at >= 0; at = before[at]) kept.Add(numbers[at]);
        return kept;
    }
}
