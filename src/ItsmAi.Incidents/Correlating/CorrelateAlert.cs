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
        var step = Known(passed.State, alert, now, rules) is { } known
            ? new CorrelationStep(With(passed.State, known.Group), known, [], [])
            : JoinGroups.Place(passed.State, TakeIn.First(alert, now, rules), now, rules);
        return step with { Absorbed = [.. passed.Absorbed, .. step.Absorbed], AgedOut = passed.AgedOut };
    }

    private static CorrelationState With(CorrelationState state, AlertGroup group) =>
        state with { Groups = [.. state.Groups.Select(other => other.Id == group.Id ? group : other)] };

    /// <summary>What the alert does where its fingerprint has a line already; null where it has none that it belongs to.</summary>
    private static Correlated? Known(CorrelationState state, Alert alert, DateTimeOffset now, CorrelationRules rules)
    {
        var (group, line) = Find(state, alert);
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
    private static (AlertGroup? Group, AlertLine? Line) Find(CorrelationState state, Alert alert)
    {
        (AlertGroup? Group, AlertLine? Line) found = default;
        foreach (var group in state.Groups)
        {
            foreach (var line in group.Lines)
            {
                if (line.Fingerprint != alert.Fingerprint) continue;
                if (found.Line is null || (line.StartsAt > found.Line.StartsAt && FirstStart(line) <= alert.StartsAt))
                    found = (group, line);
            }
        }

        return found;
    }

    private static DateTimeOffset FirstStart(AlertLine line) => line.Since < line.StartsAt ? line.Since : line.StartsAt;

    private static Correlated Put(AlertGroup group, AlertLine line, Func<AlertGroup, AlertLine, Correlated> what) =>
        what(group with { Lines = [.. group.Lines.Select(other => other.Fingerprint == line.Fingerprint ? line : other)] }, line);
}
