namespace ItsmAi.Governance.Obligations;

/// <summary>How long people have, and how they are reminded. Whole days are business days.</summary>
public sealed record ObligationSettings
{
    /// <summary>How long the owner of an insight has to say that they have it.</summary>
    public TimeSpan AcknowledgeWithin { get; init; } = TimeSpan.FromDays(2);

    /// <summary>How long the owner of an insight has to end it.</summary>
    public TimeSpan DisposeWithin { get; init; } = TimeSpan.FromDays(10);

    /// <summary>
    /// What is overdue goes up a level when its date has passed, and one more after each such period.
    /// </summary>
    public TimeSpan EscalateEvery { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// How long before its date the owner is reminded; where less than twice this was given, half-way.
    /// </summary>
    public TimeSpan RemindBefore { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Nobody gets more than one message by one channel in this time; what went up goes at once.</summary>
    public TimeSpan DigestEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>So many failed deliveries of one message are enough.</summary>
    public int DeliveryTries { get; init; } = 10;

    /// <summary>No risk may be accepted for longer.</summary>
    public TimeSpan LongestRisk { get; init; } = TimeSpan.FromDays(365);
}
