using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Incidents.Alerting;
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

    /// <summary>When a group is worth an incident, and when it is over.</summary>
    public CandidateRules Candidates { get; init; } = new();

    /// <summary>Who says whether a surge is a major incident; null: the policy's owner.</summary>
    public Person? MajorIncidentManager { get; init; }

    /// <summary>An incident's summary is not written more often: a ticket bears few writes an hour.</summary>
    public TimeSpan UpdateEvery { get; init; } = TimeSpan.FromMinutes(20);

    public ImpactUrgencyMatrix Matrix { get; init; } = ImpactUrgencyMatrix.Default;

    /// <summary>What is wrong with them, naming field, value and what would do; null when nothing is.</summary>
    public string? Check()
    {
        if (Candidates.WaitsFor < TimeSpan.Zero) return $"waitsFor: \"{Candidates.WaitsFor}\" is negative";
        if (UpdateEvery < TimeSpan.FromSeconds(1)) return $"updateEvery: \"{UpdateEvery}\" is below 1s";
        return Candidates.ClearFor < TimeSpan.Zero ? $"clearFor: \"{Candidates.ClearFor}\" is negative" : null;
    }
}
