namespace ItsmAi.Incidents.Alerting;

/// <summary>How an incident goes on that was opened for a group of alerts.</summary>
public abstract record IncidentCourse(string Says)
{
    /// <summary>Something is open: the note is brought up to date where its text changed.</summary>
    public sealed record Update(string Says) : IncidentCourse(Says);

    /// <summary>All is clear, but not for long enough: it is asked again then.</summary>
    public sealed record Waits(TimeSpan For, string Says) : IncidentCourse(Says);

    public sealed record Resolve(string Says) : IncidentCourse(Says);

    /// <summary>It was resolved and something fires again that belongs to it.</summary>
    public sealed record Reopen(string Says) : IncidentCourse(Says);

    public sealed record Nothing(string Says) : IncidentCourse(Says);
}
