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
        var groups = OpenGroups.Of(state.Groups, rules);
        if (groups.Find(id) is not { Group: var group } shape) return state;
        (AlertGroup Group, Kinship Kinship)? best = null;
        foreach (var near in groups.Sharing(FindSigns.Keys(shape, rules.Graph, state.Learned)))
        {
            var other = near.Group;
            if (other.Id == id || other.Lines.Count + group.Lines.Count > rules.LinesPerGroup) continue;
            if (at - group.OpenedAt > rules.SettlesAfter || (other.OpenedAt - group.OpenedAt).Duration() > rules.SettlesAfter) continue;
            if (FindSigns.Between(shape, near, rules.Graph, state.Learned) is not { } kinship) continue;
            if (kinship.Score >= FindKinship.Enough && (best is null || kinship.Score > best.Value.Kinship.Score)) best = (other, kinship);
        }

        state = Learn(state, groups, shape);
        if (best is not var (into, why)) return state;
        var (old, young) = into.OpenedAt <= group.OpenedAt ? (into, group) : (group, into);
        var merged = JoinGroups.Merge(old, young, why.Because);
        absorbed.Add(new Absorption(young.Id, old.Id, why.Because));
        return state with { Groups = groups.Without(young.Id).With(merged) };
    }

    /// <summary>Sources that began together: the pair is counted, once for each time that both were there.</summary>
    private static CorrelationState Learn(CorrelationState state, OpenGroups groups, GroupShape shape)
    {
        if (shape.Sources.Count == 0) return state;
        var at = shape.Group.OpenedAt;
        IEnumerable<GroupShape> found = shape.Services.Count >= FindSigns.LearnsFrom
            ? groups.Opened(at.UtcTicks - Together.Ticks - 1, at.UtcTicks + Together.Ticks).OrderBy(other => other.Place)
            : groups.Sharing([OpenGroups.Several]).Where(other => (other.Group.OpenedAt - at).Duration() <= Together);
        List<GroupShape> near = [.. found.Where(other => other.Group.Id != shape.Group.Id)];
        if (near.Count == 0) return state;
        List<SeenTogether> learned = [.. state.Learned];
        var places = new Dictionary<(string One, string Other), int>();
        for (var place = 0; place < learned.Count; place++) places.TryAdd((learned[place].One, learned[place].Other), place);
        foreach (var other in near)
        {
            foreach (var one in shape.Sources)
            {
                foreach (var two in other.Sources) Count(learned, places, one, two, at);
            }
        }

        return state with { Learned = [.. learned.OrderByDescending(pair => pair.LastAt).Take(LearnedAtMost)] };
    }

    private static void Count(
        List<SeenTogether> learned, Dictionary<(string One, string Other), int> places, string one, string two, DateTimeOffset at)
    {
        if (one == two) return;
        var (first, second) = string.CompareOrdinal(one, two) < 0 ? (one, two) : (two, one);
        if (!places.TryGetValue((first, second), out var known))
        {
            places[(first, second)] = learned.Count;
            learned.Add(new SeenTogether(first, second, 1, at));
        }
        else if (at - learned[known].LastAt > Together * 4)
            learned[known] = learned[known] with { Times = learned[known].Times + 1, LastAt = at };
    }
}
