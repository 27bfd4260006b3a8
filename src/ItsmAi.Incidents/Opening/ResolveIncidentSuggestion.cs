using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Incidents.Opening;

/// <summary>Resolve an incident, since every alert of its group is clear.</summary>
public sealed record ResolveIncidentSuggestion : Suggestion
{
    public override ActionKind Action => ActionKind.ResolveIncident;
}
