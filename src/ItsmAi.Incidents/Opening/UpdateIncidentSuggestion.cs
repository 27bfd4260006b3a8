using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Incidents.Opening;

/// <summary>Bring an incident's summary to what its alerts say now.</summary>
public sealed record UpdateIncidentSuggestion : Suggestion
{
    public override ActionKind Action => ActionKind.UpdateIncident;
}
