using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Incidents.Opening;

/// <summary>Open one incident for a group of alerts.</summary>
public sealed record OpenIncidentSuggestion : Suggestion
{
    public override ActionKind Action => ActionKind.OpenIncident;
}
