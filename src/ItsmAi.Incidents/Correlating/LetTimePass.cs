using ItsmAi.Desk.Alerts;

namespace ItsmAi.Incidents.Correlating;

/// <summary>
/// What time alone does: a group that settles is weighed once more with all that was seen, flapping that stayed quiet
/// calms, and groups that cannot change any more are let go.
/// </summary>
public static class LetTimePass
{
    public static TimePassed Until(CorrelationState state, DateTimeOffset now, CorrelationRules rules)
    {
        var absorbed = new List<Absorption>();
        foreach (var (id, at) in Settling(OpenGroups.Of(state.Groups, rules), state.ArrivedUntil, now, rules))
            state = SettleGroup.Settle(state, id, at, rules, absorbed);
        var groups = OpenGroups.Of(state.Groups, rules);
        var over = new List<AlertGroup>();
        foreach (var shape in groups.Changing(now))
        {
            var group = Calm(shape.Group, now, rules);
            if (IsOver(group, now, rules)) over.Add(group);
            groups = IsOver(group, now, rules) ? groups.Without(group.Id) : groups.With(group);
        }

        return new TimePassed(
            state with { Groups = groups, ArrivedUntil = now > state.ArrivedUntil ? now : state.ArrivedUntil }, absorbed, over);
    }

    /// <summary>A group is weighed halfway and when it stops being young, in order of time.</summary>
    private static List<(string Id, DateTimeOffset At)> Settling(
        OpenGroups groups, DateTimeOffset until, DateTimeOffset now, CorrelationRules rules) =>
    [
        .. new[] { rules.SettlesAfter / 2, rules.SettlesAfter }
            .SelectMany(after => groups.Opened(until.UtcTicks - after.Ticks, now.UtcTicks - after.Ticks)
                .Select(shape => (shape.Group.Id, At: shape.Group.OpenedAt + after)))
            .OrderBy(due => due.At).ThenBy(due => due.Id, StringComparer.Ordinal),
    ];

    private static AlertGroup Calm(AlertGroup group, DateTimeOffset now, CorrelationRules rules) =>
        group.Lines.Any(line => IsCalm(line, now, rules))
            ? group with { Lines = [.. group.Lines.Select(line => IsCalm(line, now, rules) ? line with { IsFlapping = false } : line)] }
            : group;

    private static bool IsCalm(AlertLine line, DateTimeOffset now, CorrelationRules rules) =>
        line.IsFlapping && line.Starts.Count(start => now - start <= rules.FlapsWithin) < rules.FlapStarts
        && (line.Status == AlertStatus.Firing || now - line.ClearedAt > rules.FlapsWithin / 2);

    private static bool IsOver(AlertGroup group, DateTimeOffset now, CorrelationRules rules) =>
        (group.ClearedAt is { } cleared && now - cleared > rules.ReturnWithin)
        || now - group.Lines.Max(line => line.SeenAt) > rules.ForgetAfter;
}
