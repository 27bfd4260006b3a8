using ItsmAi.Desk.Alerts;

namespace ItsmAi.Incidents.Correlating;

/// <summary>What an alert does to the line of its fingerprint.</summary>
internal static class TakeIn
{
    private const int TiesKept = 6;
    private const int Longest = 120;
    private static readonly string[] TieNames =
        ["app", "application", "deployment", "device", "instance", "job", "namespace", "node", "pod", "trace_id"];

    public static AlertLine First(Alert alert, DateTimeOffset now, CorrelationRules rules)
    {
        var findings = Findings(alert, now, rules).ToList();
        var isClockWrong = findings.Exists(finding => finding is AlertFinding.ClockAhead or AlertFinding.ClockBehind);
        return new AlertLine
        {
            Fingerprint = alert.Fingerprint,
            Name = Cut(alert.Name) ?? alert.Name,
            Service = alert.Service,
            Host = alert.Host,
            Severity = alert.Severity,
            Summary = Cut(alert.Summary),
            Status = alert.Status,
            StartsAt = alert.StartsAt,
            EndsAt = alert.EndsAt,
            ArrivedAt = now,
            Since = isClockWrong || alert.StartsAt > now ? now : alert.StartsAt,
            SeenAt = now,
            ClearedAt = alert.Status == AlertStatus.Resolved ? now : null,
            Starts = [now],
            Suppression = Suppressed(alert, now, rules),
            Because = "nothing that alerts is near it",
            Findings = findings,
            Ties = Tied(alert),
        };
    }

    public static AlertLine Again(AlertLine line, DateTimeOffset now) => line with { Duplicates = line.Duplicates + 1, SeenAt = now };

    public static AlertLine Clear(AlertLine line, Alert alert, DateTimeOffset now)
    {
        var isMissed = alert.StartsAt > line.StartsAt;
        return line with
        {
            Status = AlertStatus.Resolved,
            StartsAt = alert.StartsAt,
            EndsAt = alert.EndsAt,
            ClearedAt = now,
            SeenAt = now,
            Episodes = line.Episodes + (isMissed ? 1 : 0),
            Findings = With(line.Findings, [
                .. isMissed ? [AlertFinding.ResolvedBeforeFired] : Array.Empty<AlertFinding>(),
                .. EndsEarly(alert) ? [AlertFinding.EndsBeforeStart] : Array.Empty<AlertFinding>()]),
        };
    }

    public static AlertLine Return(AlertLine line, Alert alert, DateTimeOffset now, CorrelationRules rules)
    {
        List<DateTimeOffset> starts = [.. line.Starts.TakeLast(AlertLine.StartsKept - 1), now];
        return line with
        {
            Status = AlertStatus.Firing,
            StartsAt = alert.StartsAt,
            EndsAt = null,
            ClearedAt = null,
            SeenAt = now,
            Severity = alert.Severity,
            Summary = Cut(alert.Summary),
            Starts = starts,
            Episodes = line.Episodes + 1,
            IsFlapping = line.IsFlapping || starts.Count(start => now - start <= rules.FlapsWithin) >= rules.FlapStarts,
            Suppression = Suppressed(alert, now, rules),
            Findings = With(line.Findings, Findings(alert, now, rules)),
        };
    }

    public static AlertLine Late(AlertLine line, DateTimeOffset now) =>
        Again(line, now) with { Findings = With(line.Findings, [AlertFinding.OutOfOrder]) };

    private static IEnumerable<AlertFinding> Findings(Alert alert, DateTimeOffset now, CorrelationRules rules)
    {
        if (alert.Status == AlertStatus.Resolved) yield return AlertFinding.ResolvedBeforeFired;
        if (alert.StartsAt > now + rules.ClockTolerance) yield return AlertFinding.ClockAhead;
        if (alert.StartsAt < now - rules.OldAfter) yield return AlertFinding.ClockBehind;
        if (EndsEarly(alert)) yield return AlertFinding.EndsBeforeStart;
        if (alert.Service is not null && rules.Graph.Services.Count > 0 && rules.Graph.Find(alert.Service) is null)
            yield return AlertFinding.UnknownService;
    }

    private static bool EndsEarly(Alert alert) => alert.EndsAt < alert.StartsAt;

    private static IReadOnlyList<AlertFinding> With(IReadOnlyList<AlertFinding> known, IEnumerable<AlertFinding> more) =>
        [.. known.Concat(more).Distinct()];

    private static Suppression? Suppressed(Alert alert, DateTimeOffset now, CorrelationRules rules) =>
        rules.Maintenance.Where(window => window.Covers(alert, now)).MaxBy(window => window.To) is { } window
            ? new Suppression(window.DeclaredBy, window.To)
            : null;

    private static IReadOnlyList<string> Tied(Alert alert) =>
    [
        .. (alert.Host is null ? [] : new[] { $"host={Cut(alert.Host)}" })
            .Concat(TieNames.Where(alert.Labels.ContainsKey).Select(name => $"{name}={Cut(alert.Labels[name])}"))
            .Take(TiesKept),
    ];

    private static string? Cut(string? text) => text is { Length: > Longest } ? text[..Longest] + "…" : text;
}
