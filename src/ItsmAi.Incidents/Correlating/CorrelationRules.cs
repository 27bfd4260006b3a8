using ItsmAi.Desk.Landscape;

namespace ItsmAi.Incidents.Correlating;

/// <summary>By what alerts are correlated: the landscape, the maintenance declared, and the times.</summary>
public sealed record CorrelationRules
{
    public ServiceGraph Graph { get; init; } = ServiceGraph.Empty;

    public IReadOnlyList<MaintenanceWindow> Maintenance { get; init; } = [];

    /// <summary>A fingerprint that returns within this time stays in its group.</summary>
    public TimeSpan ReturnWithin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A group younger than this may still turn out to be part of another.</summary>
    public TimeSpan SettlesAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After this time without a new fingerprint a group takes in no other, however near.</summary>
    public TimeSpan GrowsFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>So many starts within <see cref="FlapsWithin"/> are flapping.</summary>
    public int FlapStarts { get; init; } = 3;

    public TimeSpan FlapsWithin { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>A clock may be off by so much without a word.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A start longer ago than this at first arrival is a clock that is behind, or an old alert.</summary>
    public TimeSpan OldAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A group of which nothing was heard for this time is let go, though it never cleared.</summary>
    public TimeSpan ForgetAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>A group with so many fingerprints takes in no other.</summary>
    public int LinesPerGroup { get; init; } = 500;
}
