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
        foreach (var (id, at) in Settling(state, now, rules)) state = SettleGroup.Settle(state, id, at, rules, absorbed);
        List<AlertGroup> calmed = [.. state.Groups.Select(group => Calm(group, now, rules))];
        List<AlertGroup> over = [.. calmed.Where(group => IsOver(group, now, rules))];
        return new TimePassed(
            state with
            {
                Groups = over.Count == 0 ? calmed : [.. calmed.Except(over)],
                ArrivedUntil = now > state.ArrivedUntil ? now : state.ArrivedUntil,
            },
            absorbed,
            over);
    }

    /// <summary>A group is weighed halfway and when it stops being young, in order of time.</summary>
    private static List<(string Id, DateTimeOffset At)> Settling(CorrelationState state, DateTimeOffset now, CorrelationRules rules) =>
    [
        .. state.Groups
            .SelectMany(group => new[] { rules.SettlesAfter / 2, rules.SettlesAfter }
                .Select(after => (group.Id, At: group.OpenedAt + after)))
            .Where(due => due.At > state.ArrivedUntil && due.At <= now)
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
