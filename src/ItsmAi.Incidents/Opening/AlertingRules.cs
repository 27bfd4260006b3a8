using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Incidents.Prioritising;

namespace ItsmAi.Incidents.Opening;

/// <summary>How groups of alerts become incidents of one desk. Whether one is opened at all, the policy says.</summary>
public sealed record AlertingRules
{
    /// <summary>The desk that incidents are opened at.</summary>
    public required ConnectionName Desk { get; init; }

    /// <summary>Who gets an incident whose service has no team of its own here.</summary>
    public required Team Team { get; init; }

    public IReadOnlyDictionary<string, Team> TeamOfService { get; init; } = new Dictionary<string, Team>(StringComparer.Ordinal);

    /// <summary>How long an alert has to fire before it counts; a source that waits itself needs none.</summary>
    public TimeSpan OpenAfter { get; init; } = TimeSpan.Zero;

    /// <summary>An incident's summary is not written more often: a ticket bears few writes an hour.</summary>
    public TimeSpan UpdateEvery { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>How long every alert has to be clear before the incident is resolved.</summary>
    public TimeSpan ClearFor { get; init; } = TimeSpan.FromMinutes(5);

    public ImpactUrgencyMatrix Matrix { get; init; } = ImpactUrgencyMatrix.Default;

    /// <summary>What is wrong with them, naming field, value and what would do; null when nothing is.</summary>
    public string? Check()
    {
        if (OpenAfter < TimeSpan.Zero || OpenAfter > TimeSpan.FromDays(1)) return $"openAfter: \"{OpenAfter}\" is not between 0s and 1d";
        if (UpdateEvery < TimeSpan.FromSeconds(1)) return $"updateEvery: \"{UpdateEvery}\" is below 1s";
        return ClearFor < TimeSpan.Zero ? $"clearFor: \"{ClearFor}\" is negative" : null;
    }
}
