namespace ItsmAi.Incidents.Correlating;

/// <summary>What became of one alert: in which group it is, and on which line.</summary>
public abstract record Correlated(AlertGroup Group, AlertLine Line)
{
    /// <summary>It began a group of its own.</summary>
    public sealed record Opened(AlertGroup Group, AlertLine Line) : Correlated(Group, Line);

    /// <summary>A new fingerprint joined a group; the line says why.</summary>
    public sealed record Joined(AlertGroup Group, AlertLine Line) : Correlated(Group, Line);

    /// <summary>A fingerprint of the group fires again.</summary>
    public sealed record Returned(AlertGroup Group, AlertLine Line) : Correlated(Group, Line);

    /// <summary>A line cleared.</summary>
    public sealed record Cleared(AlertGroup Group, AlertLine Line) : Correlated(Group, Line);

    /// <summary>It said nothing new and was counted.</summary>
    public sealed record Repeated(AlertGroup Group, AlertLine Line) : Correlated(Group, Line);
}
