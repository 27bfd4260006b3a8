namespace ItsmAi.Incidents.Alerting;

/// <summary>Decides how an incident of a group goes on. It is over only when everything that counts is clear and stays so.</summary>
public static class JudgeCourse
{
    public static IncidentCourse Of(GroupFacts facts, bool isResolved, CandidateRules rules) => facts switch
    {
        { Open: > 0 } when isResolved => new IncidentCourse.Reopen($"{facts.Open} of {facts.Counting} alerts fire again"),
        { Open: > 0 } => new IncidentCourse.Update($"{facts.Open} of {facts.Counting} alerts are open"),
        _ when isResolved => new IncidentCourse.Nothing("it is resolved, and all is clear"),
        { ClearFor: null } => new IncidentCourse.Nothing(
            $"all {facts.Suppressed} alerts are under maintenance: that they are silent says nothing"),
        _ when facts.ClearFor < rules.ClearFor => new IncidentCourse.Waits(
            rules.ClearFor - facts.ClearFor.Value, $"all {facts.Counting} are clear, for {Minutes(facts.ClearFor.Value)}"),
        _ => new IncidentCourse.Resolve($"all {facts.Counting} alerts are clear, for {Minutes(facts.ClearFor.Value)}"),
    };

    private static string Minutes(TimeSpan time) => $"{time.TotalMinutes:0.#} min";
}
