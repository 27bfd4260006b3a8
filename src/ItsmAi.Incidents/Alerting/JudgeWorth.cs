using ItsmAi.Desk.Alerts;

namespace ItsmAi.Incidents.Alerting;

/// <summary>Decides whether a group of alerts is worth an incident. An alert alone never opens one: this rule does.</summary>
public static class JudgeWorth
{
    public static IncidentWorth Of(GroupFacts facts, CandidateRules rules) => facts switch
    {
        { Counting: 0 } => new IncidentWorth.None($"all {facts.Suppressed} alerts are under maintenance"),
        { Open: 0 } => new IncidentWorth.None("everything cleared by itself"),
        _ when facts.Severity < rules.AtLeast && facts.Severity != AlertSeverity.Unknown =>
            new IncidentWorth.None($"{facts.Severity} is below {rules.AtLeast}"),
        { IsServiceKnown: false } when rules.NeedsService => new IncidentWorth.None("no alert names a known service"),
        _ when facts.Flapping == facts.Open && facts.Severity < AlertSeverity.Critical =>
            new IncidentWorth.None("all that is open flaps, and none of it is critical"),
        _ when facts.Age < rules.WaitsFor && facts.Open < rules.WaitsBelow && facts.Severity < AlertSeverity.Critical =>
            new IncidentWorth.Waits(rules.WaitsFor - facts.Age, $"{facts.Open} open, none critical, {Minutes(facts.Age)} old"),
        _ => new IncidentWorth.Candidate($"{facts.Open} open, {facts.Severity}, {Minutes(facts.Age)} old"),
    };

    private static string Minutes(TimeSpan age) => $"{age.TotalMinutes:0.#} min";
}
