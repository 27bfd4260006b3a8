namespace ItsmAi.Incidents.Alerting;

/// <summary>Whether alerts look like a major incident. A person declares one; this never does.</summary>
public abstract record MajorIncidentAnswer(string Says)
{
    /// <param name="Groups">The groups that take part in it.</param>
    /// <param name="AcknowledgeBy">Where nobody took it up by then it escalates.</param>
    public sealed record Candidate(IReadOnlyList<string> Groups, DateTimeOffset AcknowledgeBy, string Says) : MajorIncidentAnswer(Says);

    public sealed record None(string Says) : MajorIncidentAnswer(Says);
}
