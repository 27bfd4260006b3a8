using ItsmAi.Desk.Alerts;

namespace ItsmAi.Incidents.Correlating;

/// <summary>
/// A group as the landscape sees it: when each service began to alert, and its sources, the services of which nothing that
/// they need alerts in the group. Only a source still wants an explanation.
/// </summary>
/// <param name="Place">Its place among the groups; the lower comes first.</param>
/// <param name="Since">When the first of its lines began.</param>
/// <param name="ClearedAt">Since when nothing of it is open; null while something is.</param>
/// <param name="ChangesAfter">Until then, in ticks of UTC, time alone changes nothing of it.</param>
internal sealed record GroupShape(
    AlertGroup Group, long Place, IReadOnlyDictionary<string, DateTimeOffset> Services, IReadOnlyList<string> Sources,
    DateTimeOffset Since, DateTimeOffset? ClearedAt, long ChangesAfter)
{
    public static GroupShape Of(AlertGroup group, long place, CorrelationRules rules)
    {
        var services = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var line in group.Lines)
        {
            if (line.Service is { } name && (!services.TryGetValue(name, out var since) || line.Since < since)) services[name] = line.Since;
        }

        var cleared = group.ClearedAt;
        return new GroupShape(
            group, place, services, [.. services.Keys.Where(name => !rules.Graph.Needs(name).Any(services.ContainsKey))],
            group.Lines.Min(line => line.Since), cleared, LastBeforeChange(group, cleared, rules));
    }

    /// <summary>When it is let go, or a line of it calms: as <see cref="LetTimePass"/> decides, and never later.</summary>
    private static long LastBeforeChange(AlertGroup group, DateTimeOffset? cleared, CorrelationRules rules)
    {
        var first = group.Lines.Max(line => line.SeenAt).UtcTicks + rules.ForgetAfter.Ticks;
        if (cleared is { } at) first = Math.Min(first, at.UtcTicks + rules.ReturnWithin.Ticks);
        foreach (var line in group.Lines)
        {
            if (line.IsFlapping) first = Math.Min(first, LastBeforeCalm(line, rules));
        }

        return first;
    }

    private static long LastBeforeCalm(AlertLine line, CorrelationRules rules)
    {
        var counts = rules.FlapStarts > 0 && line.Starts.Count >= rules.FlapStarts
            ? line.Starts.Order().ElementAt(line.Starts.Count - rules.FlapStarts).UtcTicks + rules.FlapsWithin.Ticks
            : long.MinValue;
        return line.Status == AlertStatus.Firing || line.ClearedAt is not { } cleared
            ? counts
            : Math.Max(counts, cleared.UtcTicks + (rules.FlapsWithin / 2).Ticks);
    }
}
