using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Hosting.Files.Alerts;

/// <summary>Of each line of a file of alerts, the group: named after the line that began it.</summary>
internal static class AlertPartition
{
    public static IReadOnlyList<(string Alert, string Group)> Of(
        IEnumerable<AlertEvent> events, CorrelationRules rules, Action<string> fault, CancellationToken stop)
    {
        var rows = new List<(string Alert, int Line, string? Group)>();
        var into = new Dictionary<string, string>(StringComparer.Ordinal);
        var state = CorrelationState.Empty;
        foreach (var one in events)
        {
            stop.ThrowIfCancellationRequested();
            if (one.Alert is null)
            {
                fault(one.Fault ?? "");
                rows.Add((one.Id, one.Line, null));
                continue;
            }

            var step = CorrelateAlert.Step(state, one.Alert, one.ArrivedAt, rules);
            state = step.State;
            foreach (var absorbed in step.Absorbed) into[absorbed.Group] = absorbed.Into;
            rows.Add((one.Id, one.Line, step.What.Group.Id));
        }

        if (state.Groups.Count > 0)
        {
            foreach (var absorbed in LetTimePass.Until(state, state.ArrivedUntil + rules.SettlesAfter, rules).Absorbed)
                into[absorbed.Group] = absorbed.Into;
        }

        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. rows.Select(row => (row.Alert, Name(row, into, named)))];
    }

    private static string Name(
        (string Alert, int Line, string? Group) row, Dictionary<string, string> into, Dictionary<string, string> named)
    {
        if (row.Group is not { } group) return $"g{row.Line}";
        while (into.TryGetValue(group, out var next)) group = next;
        if (!named.TryGetValue(group, out var name)) named[group] = name = $"g{row.Line}";
        return name;
    }
}
