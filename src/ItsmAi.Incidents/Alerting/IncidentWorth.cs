namespace ItsmAi.Incidents.Alerting;

/// <summary>Whether a group of alerts is worth an incident, and why.</summary>
public abstract record IncidentWorth(string Says)
{
    /// <summary>It is a candidate; policy decides what becomes of it.</summary>
    public sealed record Candidate(string Says) : IncidentWorth(Says);

    /// <summary>Not yet: it is asked again then.</summary>
    public sealed record Waits(TimeSpan For, string Says) : IncidentWorth(Says);

    public sealed record None(string Says) : IncidentWorth(Says);
}
