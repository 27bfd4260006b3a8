using ItsmAi.Desk.People;
using ItsmAi.Incidents.Prioritising;

namespace ItsmAi.Incidents.Triage;

/// <summary>How triage judges tickets of one connection.</summary>
public sealed record TriageOptions
{
    /// <summary>Where new tickets wait for triage. A ticket elsewhere has been routed by somebody.</summary>
    public Team Intake { get; init; } = new("Service Desk");

    /// <summary>Below this completeness score a ticket gets a question instead of a route.</summary>
    public int AskBelow { get; init; } = 40;

    /// <summary>
    /// Whether a ticket must name a service or configuration item before anything is done by itself. Off for desks
    /// that keep no such field.
    /// </summary>
    public bool RequiresService { get; init; }

    /// <summary>Names of services and devices that count as naming one when they stand in the text.</summary>
    public IReadOnlyList<string> KnownServices { get; init; } = [];

    /// <summary>Which team works on a category; where it has none, the team that history shows.</summary>
    public IReadOnlyDictionary<string, Team> TeamOfCategory { get; init; } = new Dictionary<string, Team>(StringComparer.Ordinal);

    /// <summary>Below this probability of the best category the topic counts as unknown.</summary>
    public double UnknownBelow { get; init; } = 0.35;

    public ImpactUrgencyMatrix Matrix { get; init; } = ImpactUrgencyMatrix.Default;
}
