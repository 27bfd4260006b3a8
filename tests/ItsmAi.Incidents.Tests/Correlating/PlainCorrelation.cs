using ItsmAi.Desk.Alerts;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Incidents.Tests.Correlating;

/// <summary>The rules of correlation said plainly: every group is looked at for every alert. What the product has to agree with.</summary>
internal static class PlainCorrelation
{
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(5);

    public static CorrelationStep Step(CorrelationState state, Alert alert, DateTimeOffset arrivedAt, CorrelationRules rules)
    {
        var now = arrivedAt > state.ArrivedUntil ? arrivedAt : state.ArrivedUntil;
        var passed = Until(state, now, rules);
        var step = Known(passed.State, alert, now, rules) is { } known
            ? new CorrelationStep(
                passed.State with { Groups = [.. passed.State.Groups.Select(group => group.Id == known.Group.Id ? known.Group : group)] },
                known, [], [])
            : Place(passed.State, TakeIn.First(alert, now, rules), now, rules);
        return step with { Absorbed = [.. passed.Absorbed, .. step.Absorbed], AgedOut = passed.AgedOut };
    }

    public static TimePassed Until(CorrelationState state, DateTimeOffset now, CorrelationRules rules)
    {
        var absorbed = new List<Absorption>();
        var settling = state.Groups
            .SelectMany(group => new[] { rules.SettlesAfter / 2, rules.SettlesAfter }.Select(after => (group.Id, At: group.OpenedAt + after)))
            .Where(due => due.At > state.ArrivedUntil && due.At <= now)
            .OrderBy(due => due.At).ThenBy(due => due.Id, StringComparer.Ordinal).ToList();
        foreach (var (id, at) in settling) state = Settle(state, id, at, rules, absorbed);
        var calmed = state.Groups.Select(group => group with
        {
            Lines = [.. group.Lines.Select(line => IsCalm(line, now, rules) ? line with { IsFlapping = false } : line)],
        }).ToLookup(group => IsOver(group, now, rules));
        return new TimePassed(
            state with { Groups = [.. calmed[false]], ArrivedUntil = now > state.ArrivedUntil ? now : state.ArrivedUntil },
            absorbed, [.. calmed[true]]);
    }

    private static bool IsCalm(AlertLine line, DateTimeOffset now, CorrelationRules rules) =>
        line.IsFlapping && line.Starts.Count(start => now - start <= rules.FlapsWithin) < rules.FlapStarts
        && (line.Status == AlertStatus.Firing || now - line.ClearedAt > rules.FlapsWithin / 2);

    private static bool IsOver(AlertGroup group, DateTimeOffset now, CorrelationRules rules) =>
        (group.ClearedAt is { } cleared && now - cleared > rules.ReturnWithin)
        || now - group.Lines.Max(line => line.SeenAt) > rules.ForgetAfter;

    private static Correlated? Known(CorrelationState state, Alert alert, DateTimeOffset now, CorrelationRules rules)
    {
        (AlertGroup? Group, AlertLine? Line) found = default;
        foreach (var group in state.Groups)
        {
            foreach (var one in group.Lines.Where(one => one.Fingerprint == alert.Fingerprint))
            {
                var first = one.Since < one.StartsAt ? one.Since : one.StartsAt;
                if (found.Line is null || (one.StartsAt > found.Line.StartsAt && first <= alert.StartsAt)) found = (group, one);
            }
        }

        if (found is not ({ } at, { } line)) return null;
        AlertGroup With(AlertLine put) => at with { Lines = [.. at.Lines.Select(other => other.Fingerprint == put.Fingerprint ? put : other)] };
        Correlated Repeated(AlertLine put) => new Correlated.Repeated(With(put), put);
        if (alert.StartsAt < line.StartsAt) return Repeated(TakeIn.Late(line, now));
        if (alert.StartsAt == line.StartsAt && (alert.Status == AlertStatus.Firing || line.Status == AlertStatus.Resolved))
            return Repeated(TakeIn.Again(line, now));
        if (alert.Status == AlertStatus.Resolved && TakeIn.Clear(line, alert, now) is var clear) return new Correlated.Cleared(With(clear), clear);
        if (line.Status != AlertStatus.Firing && now - line.ClearedAt > rules.ReturnWithin) return null;
        var back = TakeIn.Return(line, alert, now, rules);
        return new Correlated.Returned(With(back), back);
    }

    private static CorrelationStep Place(CorrelationState state, AlertLine line, DateTimeOffset now, CorrelationRules rules)
    {
        var own = new AlertGroup
        {
            Id = $"{now.ToUnixTimeMilliseconds()}-{line.Fingerprint}@{line.StartsAt.ToUnixTimeMilliseconds()}",
            OpenedAt = now, GrewAt = now, Lines = [line],
        };
        List<AlertGroup> groups = [.. state.Groups, own];
        var (at, absorbed) = (own, new List<Absorption>());
        while (line.Status == AlertStatus.Firing && Best(groups.Where(other => MayJoin(at, other, now, rules)), at, FindKinship) is var (other, kinship))
        {
            groups.RemoveAll(group => group.Id == other.Id || group.Id == at.Id);
            var (old, young) = other.OpenedAt <= at.OpenedAt ? (other, at) : (at, other);
            if (young != own) absorbed.Add(new Absorption(young.Id, old.Id, kinship.Because));
            groups.Add(at = JoinGroups.Merge(old, young, kinship.Because));
        }

        var placed = at.Lines.LastOrDefault(one => one.Fingerprint == line.Fingerprint) ?? line;
        Correlated what = at == own ? new Correlated.Opened(at, placed) : new Correlated.Joined(at, placed);
        return new CorrelationStep(state with { Groups = groups }, what, absorbed, []);

        Kinship? FindKinship(GroupShape one, GroupShape two) => Incidents.Correlating.FindKinship.Between(one, two, rules.Graph);
        (AlertGroup Group, Kinship Kinship)? Best(IEnumerable<AlertGroup> some, AlertGroup of, Func<GroupShape, GroupShape, Kinship?> find) =>
            PlainCorrelation.Best(some, of, find, rules);
    }

    private static bool MayJoin(AlertGroup at, AlertGroup other, DateTimeOffset now, CorrelationRules rules) =>
        other.Id != at.Id && other.ClearedAt is null && now - other.GrewAt <= rules.GrowsFor
        && (now - at.OpenedAt <= rules.SettlesAfter || now - other.OpenedAt <= rules.SettlesAfter)
        && at.Lines.Count + other.Lines.Count <= rules.LinesPerGroup;

    private static (AlertGroup Group, Kinship Kinship)? Best(
        IEnumerable<AlertGroup> others, AlertGroup of, Func<GroupShape, GroupShape, Kinship?> find, CorrelationRules rules)
    {
        (AlertGroup Group, Kinship Kinship)? best = null;
        foreach (var other in others)
        {
            if (find(GroupShape.Of(of, 0, rules), GroupShape.Of(other, 0, rules)) is { Score: >= FindKinship.Enough } kinship
                && (best is null || kinship.Score > best.Value.Kinship.Score))
                best = (other, kinship);
        }

        return best;
    }

    private static CorrelationState Settle(
        CorrelationState state, string id, DateTimeOffset at, CorrelationRules rules, List<Absorption> absorbed)
    {
        if (state.Groups.FirstOrDefault(group => group.Id == id) is not { } group) return state;
        var near = state.Groups.Where(other => other.Id != id && other.Lines.Count + group.Lines.Count <= rules.LinesPerGroup
            && at - group.OpenedAt <= rules.SettlesAfter && (other.OpenedAt - group.OpenedAt).Duration() <= rules.SettlesAfter);
        var best = Best(near, group, (one, two) => FindSigns.Between(one, two, rules.Graph, state.Learned), rules);
        state = Learn(state, group, rules);
        if (best is not var (into, why)) return state;
        var (old, young) = into.OpenedAt <= group.OpenedAt ? (into, group) : (group, into);
        var merged = JoinGroups.Merge(old, young, why.Because);
        absorbed.Add(new Absorption(young.Id, old.Id, why.Because));
        return state with { Groups = [.. state.Groups.Where(other => other.Id != young.Id).Select(other => other.Id == old.Id ? merged : other)] };
    }

    private static CorrelationState Learn(CorrelationState state, AlertGroup group, CorrelationRules rules)
    {
        var (learned, shape) = (state.Learned.ToList(), GroupShape.Of(group, 0, rules));
        foreach (var other in state.Groups.Where(other => other.Id != group.Id && (other.OpenedAt - group.OpenedAt).Duration() <= Together))
        {
            var near = GroupShape.Of(other, 0, rules);
            if (Math.Max(near.Services.Count, shape.Services.Count) < FindSigns.LearnsFrom) continue;
            foreach (var (one, two) in shape.Sources.SelectMany(one => near.Sources.Select(two => (one, two))).Where(pair => pair.one != pair.two))
            {
                var (first, second) = string.CompareOrdinal(one, two) < 0 ? (one, two) : (two, one);
                var known = learned.FindIndex(pair => pair.One == first && pair.Other == second);
                if (known < 0) learned.Add(new SeenTogether(first, second, 1, group.OpenedAt));
                else if (group.OpenedAt - learned[known].LastAt > Together * 4)
                    learned[known] = learned[known] with { Times = learned[known].Times + 1, LastAt = group.OpenedAt };
            }
        }

        return state with { Learned = [.. learned.OrderByDescending(pair => pair.LastAt).Take(400)] };
    }
}
