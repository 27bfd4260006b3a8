using ItsmAi.Desk.Alerts;

namespace ItsmAi.Incidents.Correlating;

/// <summary>Puts one alert where it belongs. Pure: the same state, alert, arrival and rules give the same step.</summary>
public static class CorrelateAlert
{
    /// <param name="arrivedAt">When it reached us, by our clock.</param>
    public static CorrelationStep Step(CorrelationState state, Alert alert, DateTimeOffset arrivedAt, CorrelationRules rules)
    {
        var now = arrivedAt > state.ArrivedUntil ? arrivedAt : state.ArrivedUntil;
        var passed = LetTimePass.Until(state, now, rules);
        var groups = OpenGroups.Of(passed.State.Groups, rules);
        var step = Known(groups, alert, now, rules) is { } known
            ? new CorrelationStep(passed.State with { Groups = groups.With(known.Group) }, known, [], [])
            : JoinGroups.Place(passed.State, TakeIn.First(alert, now, rules), now, rules);
        return step with { Absorbed = [.. passed.Absorbed, .. step.Absorbed], AgedOut = passed.AgedOut };
    }

    /// <summary>What the alert does where its fingerprint has a line already; null where it has none that it belongs to.</summary>
    private static Correlated? Known(OpenGroups groups, Alert alert, DateTimeOffset now, CorrelationRules rules)
    {
        var (group, line) = Find(groups, alert);
        if (group is null || line is null) return null;
        if (alert.StartsAt < line.StartsAt) return Put(group, TakeIn.Late(line, now), (g, l) => new Correlated.Repeated(g, l));
        if (alert.Status == AlertStatus.Resolved)
        {
            return line.Status == AlertStatus.Resolved && alert.StartsAt == line.StartsAt
                ? Put(group, TakeIn.Again(line, now), (g, l) => new Correlated.Repeated(g, l))
                : Put(group, TakeIn.Clear(line, alert, now), (g, l) => new Correlated.Cleared(g, l));
        }

        if (alert.StartsAt == line.StartsAt) return Put(group, TakeIn.Again(line, now), (g, l) => new Correlated.Repeated(g, l));
        return line.Status == AlertStatus.Firing || now - line.ClearedAt <= rules.ReturnWithin
            ? Put(group, TakeIn.Return(line, alert, now, rules), (g, l) => new Correlated.Returned(g, l))
            : null;
    }

    /// <summary>Of the groups that know the fingerprint, the youngest whose line is not younger than the alert.</summary>
    private static (AlertGroup? Group, AlertLine? Line) Find(OpenGroups groups, Alert alert)
    {
        (AlertGroup? Group, AlertLine? Line) found = default;
        foreach (var shape in groups.Sharing([OpenGroups.Fingerprint(alert.Fingerprint)]))
        {
            var line = shape.Group.Lines.First(line => line.Fingerprint == alert.Fingerprint);
            if (found.Line is null || (line.StartsAt > found.Line.StartsAt && FirstStart(line) <= alert.StartsAt))
                found = (shape.Group, line);
        }

        return found;
    }

    private static DateTimeOffset FirstStart(AlertLine line) => line.Since < line.StartsAt ? line.Since : line.StartsAt;

    private static Correlated Put(AlertGroup group, AlertLine line, Func<AlertGroup, AlertLine, Correlated> what) =>
        what(group with { Lines = [.. group.Lines.Select(other => other.Fingerprint == line.Fingerprint ? line : other)] }, line);
}
