using ItsmAi.Desk.Alerts;

namespace ItsmAi.Incidents.Correlating;

/// <summary>
/// Finds the group of a new line, and joins groups that the line shows to be one. A group joins another only while it is
/// young: what was said of older alerts is not taken back.
/// </summary>
internal static class JoinGroups
{
    public static CorrelationStep Place(CorrelationState state, AlertLine line, DateTimeOffset now, CorrelationRules rules)
    {
        var own = new AlertGroup
        {
            Id = $"{now.ToUnixTimeMilliseconds()}-{line.Fingerprint}@{line.StartsAt.ToUnixTimeMilliseconds()}",
            OpenedAt = now,
            GrewAt = now,
            Lines = [line],
        };
        var groups = OpenGroups.Of(state.Groups, rules);
        var absorbed = new List<Absorption>();
        var at = own;
        if (line.Status == AlertStatus.Firing)
        {
            while (Nearest(at, groups, now, rules) is var (other, kinship))
            {
                var isOther = other.OpenedAt <= at.OpenedAt;
                var (old, young) = isOther ? (other, at) : (at, other);
                if (young != own) absorbed.Add(new Absorption(young.Id, old.Id, kinship.Because));
                at = Merge(old, young, kinship.Because);
                groups = groups.Without(young.Id).WithLast(at);
            }
        }

        if (at == own) groups = groups.WithLast(own);
        var placed = at.Lines.LastOrDefault(other => other.Fingerprint == line.Fingerprint) ?? line;
        Correlated what = at == own ? new Correlated.Opened(at, placed) : new Correlated.Joined(at, placed);
        return new CorrelationStep(state with { Groups = groups }, what, absorbed, []);
    }

    private static (AlertGroup Group, Kinship Kinship)? Nearest(
        AlertGroup at, OpenGroups groups, DateTimeOffset now, CorrelationRules rules)
    {
        (AlertGroup Group, Kinship Kinship)? best = null;
        var shape = groups.Shape(at);
        foreach (var near in groups.Sharing(FindKinship.Keys(shape, rules.Graph)))
        {
            var other = near.Group;
            if (other.Id == at.Id || near.ClearedAt is not null || now - other.GrewAt > rules.GrowsFor) continue;
            if (now - at.OpenedAt > rules.SettlesAfter && now - other.OpenedAt > rules.SettlesAfter) continue;
            if (at.Lines.Count + other.Lines.Count > rules.LinesPerGroup) continue;
            if (FindKinship.Between(shape, near, rules.Graph) is not { } kinship) continue;
            if (kinship.Score >= FindKinship.Enough && (best is null || kinship.Score > best.Value.Kinship.Score)) best = (other, kinship);
        }

        return best;
    }

    /// <summary>A fingerprint that both have becomes one line.</summary>
    public static AlertGroup Merge(AlertGroup old, AlertGroup young, string because)
    {
        List<AlertLine> lines = [.. old.Lines];
        foreach (var line in young.Lines)
        {
            var same = lines.FindIndex(other => other.Fingerprint == line.Fingerprint);
            var first = line == young.Lines[0] ? line with { Because = because } : line;
            if (same >= 0) lines[same] = first with { Episodes = lines[same].Episodes + first.Episodes, Because = lines[same].Because };
            else lines.Add(first);
        }

        return old with
        {
            Lines = lines,
            GrewAt = young.GrewAt > old.GrewAt ? young.GrewAt : old.GrewAt,
        };
    }
}
