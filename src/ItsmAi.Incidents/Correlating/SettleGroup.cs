namespace ItsmAi.Incidents.Correlating;

/// <summary>
/// Weighs a group that stops being young: weaker signs, which an alert's first seconds cannot tell from chance, now join
/// it to another or are remembered for the next time.
/// </summary>
internal static class SettleGroup
{
    private const int LearnedAtMost = 400;
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(5);

    public static CorrelationState Settle(
        CorrelationState state, string id, DateTimeOffset at, CorrelationRules rules, List<Absorption> absorbed)
    {
        if (state.Groups.FirstOrDefault(group => group.Id == id) is not { } group) return state;
        var shape = GroupShape.Of(group, rules.Graph);
        (AlertGroup Group, Kinship Kinship)? best = null;
        foreach (var other in state.Groups)
        {
            if (other == group || other.Lines.Count + group.Lines.Count > rules.LinesPerGroup) continue;
            if (at - group.OpenedAt > rules.SettlesAfter || (other.OpenedAt - group.OpenedAt).Duration() > rules.SettlesAfter) continue;
            if (FindSigns.Between(shape, GroupShape.Of(other, rules.Graph), rules.Graph, state.Learned) is not { } kinship) continue;
            if (kinship.Score >= FindKinship.Enough && (best is null || kinship.Score > best.Value.Kinship.Score)) best = (other, kinship);
        }

        state = Learn(state, shape, rules);
        if (best is not var (into, why)) return state;
        var (old, young) = into.OpenedAt <= group.OpenedAt ? (into, group) : (group, into);
        var merged = JoinGroups.Merge(old, young, why.Because);
        absorbed.Add(new Absorption(young.Id, old.Id, why.Because));
        return state with { Groups = [.. state.Groups.Where(other => other != young).Select(other => other == old ? merged : other)] };
    }

    /// <summary>Sources that began together: the pair is counted, once for each time that both were there.</summary>
    private static CorrelationState Learn(CorrelationState state, GroupShape shape, CorrelationRules rules)
    {
        List<SeenTogether> learned = [.. state.Learned];
        foreach (var other in state.Groups)
        {
            if (other == shape.Group || (other.OpenedAt - shape.Group.OpenedAt).Duration() > Together) continue;
            var near = GroupShape.Of(other, rules.Graph);
            if (Math.Max(near.Services.Count, shape.Services.Count) < FindSigns.LearnsFrom) continue;
            foreach (var one in shape.Sources)
            {
                foreach (var two in near.Sources) Count(learned, one, two, shape.Group.OpenedAt);
            }
        }

        return state with { Learned = [.. learned.OrderByDescending(pair => pair.LastAt).Take(LearnedAtMost)] };
    }

    private static void Count(List<SeenTogether> learned, string one, string two, DateTimeOffset at)
    {
        if (one == two) return;
        var (first, second) = string.CompareOrdinal(one, two) < 0 ? (one, two) : (two, one);
        var known = learned.FindIndex(pair => pair.One == first && pair.Other == second);
        if (known < 0) learned.Add(new SeenTogether(first, second, 1, at));
        else if (at - learned[known].LastAt > Together * 4)
            learned[known] = learned[known] with { Times = learned[known].Times + 1, LastAt = at };
    }
}
