using ItsmAi.Desk.Alerts;

namespace ItsmAi.Incidents.Alerting;

/// <summary>When a group of alerts is worth an incident, when it is over, and when it may be a major one.</summary>
public sealed record CandidateRules
{
    public AlertSeverity AtLeast { get; init; } = AlertSeverity.Warning;

    /// <summary>A small group waits for so long: many an alert clears by itself.</summary>
    public TimeSpan WaitsFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A group with so many alerts that fire does not wait.</summary>
    public int WaitsBelow { get; init; } = 3;

    /// <summary>Whether alerts that name no known service may become an incident.</summary>
    public bool NeedsService { get; init; }

    /// <summary>All has to be clear for so long before the incident is resolved.</summary>
    public TimeSpan ClearFor { get; init; } = TimeSpan.FromMinutes(5);

    public int SurgeEpisodes { get; init; } = 15;

    public int SurgeServices { get; init; } = 5;

    public TimeSpan SurgeWithin { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>So many dependants of an edge service that alert make it a candidate too.</summary>
    public int SurgeDependants { get; init; } = 3;

    /// <summary>A major-incident candidate that nobody took up by then escalates.</summary>
    public TimeSpan AcknowledgeWithin { get; init; } = TimeSpan.FromMinutes(15);
}
